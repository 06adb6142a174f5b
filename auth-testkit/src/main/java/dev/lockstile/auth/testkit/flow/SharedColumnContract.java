package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.ChangeProof;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.MeResult;
import dev.lockstile.auth.account.PendingChange;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.StepUpCodeResult;
import dev.lockstile.auth.model.Handle;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Another application writes the columns of identifiers too: a value that it changes has neither the owner nor the proof
 * of the value before. In all cases mallory has proven an address, a number or a name, and the column then says another.
 */
public abstract class SharedColumnContract extends FlowContract {

    private static final String MALLORY = "mallory@acme.example";
    private static final String CEO = "ceo@acme.example";
    private static final String NUMBER = "+525512345678";
    private static final String CEOS_NUMBER = "+525587654321";
    private static final String NAME = "mallory";

    private final IdentifierRules rules = IdentifierRules.standard();

    /** For those who extend it. */
    protected SharedColumnContract() {}

    @Test
    void nobody_signs_in_by_the_old_address_nor_by_the_new_one() {
        house.member(MALLORY);
        writeElsewhere(MALLORY, CEO);
        assertThat(house.login(MALLORY, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login(CEO, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void the_new_address_is_not_shown_as_proven_in_a_session_that_goes_on() {
        house.member(MALLORY, NAME);
        Caller mallory = house.caller(house.signedIn(MALLORY));
        writeElsewhere(MALLORY, CEO);
        Handle shown = email(mallory);
        assertThat(shown.value()).isEqualTo(CEO);
        assertThat(shown.owned()).isFalse();
        assertThat(shown.isVerified()).isFalse();
        assertThat(house.signedIn(NAME).user().handles().anyVerified()).isFalse();
    }

    @Test
    void no_link_and_no_code_goes_to_the_new_address() {
        house.member(MALLORY);
        writeElsewhere(MALLORY, CEO);
        for (String asked : List.of(MALLORY, CEO)) {
            house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, asked, null));
            house.requestCode(asked);
            house.auth.accounts().resendConfirmation(asked, null);
        }
        assertThat(house.deliver().postbox.to(CEO)).isEmpty();
    }

    @Test
    void no_notice_and_no_step_up_code_goes_to_the_new_address() {
        house.member(MALLORY);
        Caller mallory = house.caller(house.signedIn(MALLORY));
        writeElsewhere(MALLORY, CEO);
        assertThat(house.auth.stepUp().requestCode(mallory, null, null)).isInstanceOf(StepUpCodeResult.Refused.class);
        house.auth.passwords().change(mallory, Secret.of(TestHouse.PASSWORD), Secret.of("quiet-meadow-9921"));
        assertThat(house.deliver().postbox.to(CEO)).isEmpty();
    }

    @Test
    void a_link_and_a_code_from_before_open_nothing() {
        house.member(MALLORY);
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, MALLORY, null));
        var link = house.linkTo(MALLORY);
        house.requestCode(MALLORY);
        String code = house.codeTo(MALLORY);
        writeElsewhere(MALLORY, CEO);
        assertThat(house.enterCode(CodeIdentifier.email(MALLORY), code)).isInstanceOf(CodeLoginResult.Refused.class);
        house.auth.passwords().confirmReset(link, Secret.of("quiet-meadow-9921"));
        house.clock.advance(Duration.ofMinutes(2));
        writeElsewhere(CEO, MALLORY);
        assertThat(house.login(MALLORY, "quiet-meadow-9921")).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login(MALLORY, TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void the_owner_of_the_new_address_gets_an_account_of_their_own() {
        house.member(MALLORY);
        UserId mallory = house.signedIn(MALLORY).user().id();
        writeElsewhere(MALLORY, CEO);
        house.member(CEO);
        assertThat(house.signedIn(CEO).user().id()).isNotEqualTo(mallory);
    }

    @Test
    void the_old_address_is_free_for_whoever_proves_it() {
        house.member(MALLORY, NAME);
        UserId mallory = house.signedIn(MALLORY).user().id();
        writeElsewhere(MALLORY, CEO);
        house.auth.accounts().register(TestHouse.registration(MALLORY, null, null));
        assertThat(house.auth.accounts().confirmEmail(house.linkOfRegistrant(MALLORY)))
                .isInstanceOf(ProofResult.Proven.class);
        assertThat(house.signedIn(MALLORY).user().id()).isNotEqualTo(mallory);
        assertThat(house.signedIn(NAME).user().id()).isEqualTo(mallory);
    }

    @Test
    void the_new_address_counts_once_it_is_proven_here() {
        house.member(MALLORY);
        Caller mallory = house.caller(house.signedIn(MALLORY));
        writeElsewhere(MALLORY, CEO);
        PendingChange pending = ((ChangeResult.Changed)
                        house.auth.ownAccount().update(mallory, AccountChange.NONE.withEmail(CEO)))
                .pending()
                .get(0);
        String code = house.codeTo(CEO);
        int old = house.postbox.to(MALLORY).size();
        house.auth.ownAccount().confirmChange(mallory, new ChangeProof(pending.challengeId(), Secret.of(code)));
        assertThat(email(mallory).isVerified()).isTrue();
        assertThat(house.login(CEO, TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(house.deliver().postbox.to(MALLORY)).hasSize(old);
    }

    @Test
    void a_changed_number_gets_no_code_and_opens_nothing() {
        house.member(MALLORY);
        Caller mallory = house.caller(house.signedIn(MALLORY));
        prove(mallory, AccountChange.NONE.withPhone(NUMBER), NUMBER);
        house.clock.advance(Duration.ofMinutes(2));
        write(mallory.user(), identifier(IdentifierKind.PHONE, NUMBER), CEOS_NUMBER);
        for (String asked : List.of(NUMBER, CEOS_NUMBER)) {
            house.requestSms(asked);
            house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, asked, null));
            assertThat(house.login(asked, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        }
        assertThat(house.deliver().postbox.to(CEOS_NUMBER)).isEmpty();
        assertThat(house.login(MALLORY, TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void a_changed_user_name_is_nobodys() {
        house.member(MALLORY, NAME);
        UserId mallory = house.signedIn(MALLORY).user().id();
        write(mallory, identifier(IdentifierKind.USERNAME, NAME), "admin");
        assertThat(house.login(NAME, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("admin", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        prove(house.caller(house.signedIn(MALLORY)), AccountChange.NONE.withPhone(NUMBER), NUMBER);
        assertThat(house.login("admin", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        house.member("bea@acme.example", "mallory");
        assertThat(house.login("mallory", TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void another_spelling_of_the_same_address_or_number_stays_proven() {
        house.member(MALLORY);
        Caller mallory = house.caller(house.signedIn(MALLORY));
        prove(mallory, AccountChange.NONE.withPhone(NUMBER), NUMBER);
        writeElsewhere(MALLORY, " Mallory@ACME.example");
        for (String spelling : List.of("525512345678", "5512345678", "+52 55 1234 5678", "0052 55 12345678")) {
            write(mallory.user(), identifier(IdentifierKind.PHONE, NUMBER), spelling);
            house.clock.advance(Duration.ofMinutes(2));
            int before = house.deliver().postbox.to(NUMBER).size();
            house.requestSms(NUMBER);
            assertThat(house.deliver().postbox.to(NUMBER)).as(spelling).hasSize(before + 1);
        }
        assertThat(house.login(MALLORY, TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void an_account_that_is_restored_has_not_proven_what_its_column_says_by_then() {
        house.member(MALLORY, NAME);
        UserId mallory = house.signedIn(MALLORY).user().id();
        writeElsewhere(MALLORY, CEO);
        house.auth.admin().delete(mallory);
        assertThat(house.auth.admin().restore(mallory)).isTrue();
        for (String name : List.of(MALLORY, CEO, NAME)) {
            assertThat(house.login(name, TestHouse.PASSWORD)).as(name).isInstanceOf(LoginResult.Refused.class);
        }
        house.clock.advance(Duration.ofMinutes(2));
        house.requestCode(CEO);
        assertThat(house.enterCode(CodeIdentifier.email(CEO), house.codeTo(CEO)))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        for (String name : List.of(CEO, NAME)) {
            assertThat(house.login(name, TestHouse.PASSWORD)).as(name).isInstanceOf(LoginResult.Refused.class);
        }
    }

    @Test
    void a_changed_or_emptied_address_does_not_open_by_name_what_was_shut() {
        house.refused(MALLORY, CEO, NAME, TestHouse.PASSWORD);
        house.refused("bea@acme.example", "", "bea", TestHouse.PASSWORD);
        assertThat(house.login(NAME, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("bea", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    private void prove(Caller caller, AccountChange change, String recipient) {
        PendingChange pending = ((ChangeResult.Changed) house.auth.ownAccount().update(caller, change))
                .pending()
                .get(0);
        ChangeProof proof = new ChangeProof(pending.challengeId(), Secret.of(house.codeTo(recipient)));
        assertThat(house.auth.ownAccount().confirmChange(caller, proof)).isInstanceOf(ChangeResult.Changed.class);
    }

    private Handle email(Caller caller) {
        return ((MeResult.Shown) house.auth.accounts().me(caller))
                .user()
                .handles()
                .email();
    }

    private Identifier identifier(IdentifierKind kind, String text) {
        return (switch (kind) {
                    case EMAIL -> rules.email(text);
                    case PHONE -> rules.phone(text);
                    case USERNAME -> rules.username(text);
                })
                .orElseThrow();
    }

    /** The e-mail column gets another value; the key stays the one of the address that was proven first. */
    private void writeElsewhere(String now, String value) {
        Identifier proven = identifier(IdentifierKind.EMAIL, MALLORY);
        UserId owner = house.store
                .read(tx -> tx.users().byKey(IdentifierKind.EMAIL, proven.key()))
                .orElseThrow()
                .info()
                .id();
        assertThat(now).isNotEqualTo(value);
        write(owner, proven, value);
    }

    private void write(UserId user, Identifier proven, String value) {
        Identifier row = new Identifier(proven.kind(), value, proven.key());
        house.store.alone(tx -> tx.users().claim(user, row, house.clock.instant()));
    }
}

package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Another application writes the columns of identifiers too: a value that it changes has neither the owner nor the
 * proof of the value before. In all cases mallory has proven an address, a number or a name, and the column then says
 * another.
 */
@Tag("columns")
abstract class SharedColumnContract extends FlowContract {

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
        fixture.member(MALLORY);
        writeElsewhere(MALLORY, CEO);
        assertThat(fixture.login(MALLORY, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login(CEO, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_new_address_is_not_shown_as_proven_in_a_session_that_goes_on() {
        fixture.member(MALLORY, NAME);
        Caller mallory = fixture.caller(fixture.signedIn(MALLORY));
        writeElsewhere(MALLORY, CEO);
        IdentifierState shown = email(mallory);
        assertThat(shown.value()).isEqualTo(CEO);
        assertThat(shown.owned()).isFalse();
        assertThat(shown.isVerified()).isFalse();
        assertThat(fixture.signedIn(NAME).user().identifiers().anyVerified()).isFalse();
    }

    @Test
    void no_link_and_no_code_goes_to_the_new_address() {
        fixture.member(MALLORY);
        writeElsewhere(MALLORY, CEO);
        for (String asked : List.of(MALLORY, CEO)) {
            fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, asked, null));
            fixture.requestCode(asked);
            fixture.auth.registrations().resendConfirmation(asked, null);
        }
        assertThat(fixture.deliver().postbox.to(CEO)).isEmpty();
    }

    @Test
    void no_notice_and_no_step_up_code_goes_to_the_new_address() {
        fixture.member(MALLORY);
        Caller mallory = fixture.caller(fixture.signedIn(MALLORY));
        writeElsewhere(MALLORY, CEO);
        assertThat(fixture.auth.stepUp().requestCode(mallory, null, null)).isInstanceOf(Outcome.Refused.class);
        fixture.auth.passwords().change(mallory, Secret.of(FlowFixture.PASSWORD), Secret.of("quiet-meadow-9921"));
        assertThat(fixture.deliver().postbox.to(CEO)).isEmpty();
    }

    @Test
    void a_link_and_a_code_from_before_open_nothing() {
        fixture.member(MALLORY);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, MALLORY, null));
        var link = fixture.linkTo(MALLORY);
        fixture.requestCode(MALLORY);
        String code = fixture.codeTo(MALLORY);
        writeElsewhere(MALLORY, CEO);
        assertThat(fixture.enterCode(CodeIdentifier.email(MALLORY), code))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        fixture.auth.passwords().confirmReset(link, Secret.of("quiet-meadow-9921"));
        fixture.clock.advance(Duration.ofMinutes(2));
        writeElsewhere(CEO, MALLORY);
        assertThat(fixture.login(MALLORY, "quiet-meadow-9921")).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login(MALLORY, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_owner_of_the_new_address_gets_an_account_of_their_own() {
        fixture.member(MALLORY);
        UserId mallory = fixture.signedIn(MALLORY).user().id();
        writeElsewhere(MALLORY, CEO);
        fixture.member(CEO);
        assertThat(fixture.signedIn(CEO).user().id()).isNotEqualTo(mallory);
    }

    @Test
    void the_old_address_is_free_for_whoever_proves_it() {
        fixture.member(MALLORY, NAME);
        UserId mallory = fixture.signedIn(MALLORY).user().id();
        writeElsewhere(MALLORY, CEO);
        fixture.auth.registrations().register(FlowFixture.registration(MALLORY, null, null));
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(MALLORY)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.signedIn(MALLORY).user().id()).isNotEqualTo(mallory);
        assertThat(fixture.signedIn(NAME).user().id()).isEqualTo(mallory);
    }

    @Test
    void the_new_address_counts_once_it_is_proven_here() {
        fixture.member(MALLORY);
        Caller mallory = fixture.caller(fixture.signedIn(MALLORY));
        writeElsewhere(MALLORY, CEO);
        PendingChange pending = fixture.auth
                .ownAccount()
                .update(mallory, AccountChange.NONE.withEmail(CEO))
                .orElseThrow()
                .pending()
                .get(0);
        String code = fixture.codeTo(CEO);
        int old = fixture.postbox.to(MALLORY).size();
        fixture.auth.ownAccount().confirmChange(mallory, new ChangeProof(pending.challengeId(), Secret.of(code)));
        assertThat(email(mallory).isVerified()).isTrue();
        assertThat(fixture.login(CEO, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(MALLORY)).hasSize(old);
    }

    @Test
    void a_changed_number_gets_no_code_and_opens_nothing() {
        fixture.member(MALLORY);
        Caller mallory = fixture.caller(fixture.signedIn(MALLORY));
        prove(mallory, AccountChange.NONE.withPhone(NUMBER), NUMBER);
        fixture.clock.advance(Duration.ofMinutes(2));
        write(mallory.user(), identifier(IdentifierKind.PHONE, NUMBER), CEOS_NUMBER);
        for (String asked : List.of(NUMBER, CEOS_NUMBER)) {
            fixture.requestSms(asked);
            fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, asked, null));
            assertThat(fixture.login(asked, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(fixture.deliver().postbox.to(CEOS_NUMBER)).isEmpty();
        assertThat(fixture.login(MALLORY, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_changed_user_name_is_nobodys() {
        fixture.member(MALLORY, NAME);
        UserId mallory = fixture.signedIn(MALLORY).user().id();
        write(mallory, identifier(IdentifierKind.USERNAME, NAME), "admin");
        assertThat(fixture.login(NAME, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("admin", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        prove(fixture.caller(fixture.signedIn(MALLORY)), AccountChange.NONE.withPhone(NUMBER), NUMBER);
        assertThat(fixture.login("admin", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        fixture.member("bea@acme.example", "mallory");
        assertThat(fixture.login("mallory", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void another_spelling_of_the_same_address_or_number_stays_proven() {
        fixture.member(MALLORY);
        Caller mallory = fixture.caller(fixture.signedIn(MALLORY));
        prove(mallory, AccountChange.NONE.withPhone(NUMBER), NUMBER);
        writeElsewhere(MALLORY, " Mallory@ACME.example");
        for (String spelling : List.of("525512345678", "5512345678", "+52 55 1234 5678", "0052 55 12345678")) {
            write(mallory.user(), identifier(IdentifierKind.PHONE, NUMBER), spelling);
            fixture.clock.advance(Duration.ofMinutes(2));
            int before = fixture.deliver().postbox.to(NUMBER).size();
            fixture.requestSms(NUMBER);
            assertThat(fixture.deliver().postbox.to(NUMBER)).as(spelling).hasSize(before + 1);
        }
        assertThat(fixture.login(MALLORY, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_account_that_is_restored_has_not_proven_what_its_column_says_by_then() {
        fixture.member(MALLORY, NAME);
        UserId mallory = fixture.signedIn(MALLORY).user().id();
        writeElsewhere(MALLORY, CEO);
        fixture.auth.admin().delete(mallory);
        assertThat(fixture.auth.admin().restore(mallory)).isTrue();
        for (String name : List.of(MALLORY, CEO, NAME)) {
            assertThat(fixture.login(name, FlowFixture.PASSWORD)).as(name).isInstanceOf(Outcome.Refused.class);
        }
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode(CEO);
        assertThat(fixture.enterCode(CodeIdentifier.email(CEO), fixture.codeTo(CEO)))
                .isInstanceOf(Outcome.Done.class);
        for (String name : List.of(CEO, NAME)) {
            assertThat(fixture.login(name, FlowFixture.PASSWORD)).as(name).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void a_changed_or_emptied_address_does_not_open_by_name_what_was_shut() {
        fixture.people.refused(MALLORY, CEO, NAME, FlowFixture.PASSWORD);
        fixture.people.refused("bea@acme.example", "", "bea", FlowFixture.PASSWORD);
        assertThat(fixture.login(NAME, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("bea", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_was_shut_stays_shut_when_somebody_else_proves_the_address_it_had() {
        fixture.people.refused(MALLORY, CEO, NAME, FlowFixture.PASSWORD);
        fixture.auth.registrations().register(FlowFixture.registration(MALLORY, null, null));
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(MALLORY)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(MALLORY, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(NAME, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    private void prove(Caller caller, AccountChange change, String recipient) {
        PendingChange pending = fixture.auth
                .ownAccount()
                .update(caller, change)
                .orElseThrow()
                .pending()
                .get(0);
        ChangeProof proof = new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(recipient)));
        assertThat(fixture.auth.ownAccount().confirmChange(caller, proof)).isInstanceOf(Outcome.Done.class);
    }

    private IdentifierState email(Caller caller) {
        return fixture.auth
                .ownAccount()
                .me(caller)
                .orElseThrow()
                .user()
                .identifiers()
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
        UserId owner = fixture.store
                .read(tx -> tx.users().byKey(IdentifierKind.EMAIL, proven.key()))
                .orElseThrow()
                .info()
                .id();
        assertThat(now).isNotEqualTo(value);
        write(owner, proven, value);
    }

    private void write(UserId user, Identifier proven, String value) {
        Identifier row = new Identifier(proven.kind(), value, proven.key());
        fixture.store.alone(tx -> tx.users().claim(user, row, fixture.clock.instant()));
    }
}

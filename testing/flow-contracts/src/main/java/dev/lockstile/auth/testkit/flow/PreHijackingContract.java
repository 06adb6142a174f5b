package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The attacks on accounts that do not exist yet (Sudhodanan and Paverd, arXiv 2205.10174), each with the means that
 * this library has: an attacker prepares an account on a victim's address and waits for the victim to come.
 */
abstract class PreHijackingContract extends FlowContract {

    private static final String VICTIM = "victim@acme.example";
    private static final String VICTIMS_WORD = "the-owners-word-77";

    /** For those who extend it. */
    protected PreHijackingContract() {}

    @Test
    void merging_a_classic_account_with_another_way_in_leaves_the_attacker_outside() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        fixture.auth.registrations().register(FlowFixture.registration(VICTIM, null, "trojan"));
        fixture.deliver();
        fixture.requestCode(VICTIM);
        assertThat(fixture.enterCode(CodeIdentifier.email(VICTIM), fixture.codeTo(VICTIM)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(VICTIM, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("trojan", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_confirmation_by_the_link_alone_leaves_the_attacker_outside() {
        fixture.auth.registrations().register(FlowFixture.registration(VICTIM, "+525512345678", "trojan"));
        fixture.auth.registrations().confirmEmail(fixture.linkTo(VICTIM));
        assertThat(fixture.login(VICTIM, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("trojan", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_unexpired_session_ends_when_the_owner_comes() {
        fixture.people.imported(VICTIM, "md5$s$" + Md5.of("sletmein-81"), false);
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        fixture.requestCode(VICTIM);
        fixture.enterCode(CodeIdentifier.email(VICTIM), fixture.codeTo(VICTIM));
        assertThat(fixture.login(VICTIM, "letmein-81"))
                .as("what was set before the proof is gone")
                .isInstanceOf(Outcome.Refused.class);

        SignIn attackers = resetAndSignIn("attackers-word-99");
        fixture.clock.advance(Duration.ofMinutes(2));
        resetAndSignIn(VICTIMS_WORD);
        assertThat(fixture.auth.sessions().refresh(attackers.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void a_trojan_identifier_is_none_until_it_is_proven() {
        fixture.auth.registrations().register(FlowFixture.registration(VICTIM, "+525512345678", null));
        fixture.auth.registrations().confirmEmail(fixture.linkTo(VICTIM));
        int before = fixture.deliver().postbox.to("+525512345678").size();
        fixture.requestSms("+525512345678");
        assertThat(fixture.deliver().postbox.to("+525512345678"))
                .as("the number that came with the registration opens nothing")
                .hasSize(before);
        assertThat(fixture.login("+525512345678", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_unexpired_change_of_address_dies_with_the_owners_reset() {
        fixture.member(VICTIM);
        Caller attacker = fixture.caller(fixture.signedIn(VICTIM));
        OwnAccount.Changed asked = fixture.auth
                .ownAccount()
                .update(attacker, AccountChange.NONE.withEmail("attacker@evil.example"))
                .orElseThrow();
        PendingChange pending = asked.pending().get(0);
        String code = fixture.codeTo("attacker@evil.example");
        resetAndSignIn(VICTIMS_WORD);
        assertThat(fixture.auth
                        .ownAccount()
                        .confirmChange(attacker, new ChangeProof(pending.challengeId(), Secret.of(code))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login(VICTIM, VICTIMS_WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_identity_provider_that_does_not_verify_has_no_say() {
        // Only a proof through the address itself makes it owned: an unproven registration owns nothing.
        fixture.auth.registrations().register(FlowFixture.registration(VICTIM, null, null));
        fixture.deliver();
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        assertThat(fixture.deliver().postbox.to(VICTIM)).hasSize(1);
        fixture.clock.advance(Duration.ofDays(2));
        fixture.member(VICTIM);
        assertThat(fixture.signedIn(VICTIM).user().identifiers().email().isVerified())
                .isTrue();
    }

    @Test
    void an_address_set_free_by_the_first_proof_does_not_come_back_by_an_old_code() {
        String number = "+525512345678";
        String attackers = "attacker@evil.example";
        importedWith(attackers, number);
        fixture.requestCode(attackers);
        fixture.deliver();
        fixture.requestSms(number);
        assertThat(fixture.enterCode(CodeIdentifier.phone(number), fixture.codeTo(number)))
                .isInstanceOf(Outcome.Done.class);
        fixture.clock.advance(Duration.ofHours(2));
        int before = fixture.deliver().postbox.to(attackers).size();
        fixture.requestCode(attackers);
        assertThat(fixture.deliver().postbox.to(attackers))
                .as("the account is somebody's by now")
                .hasSize(before);
    }

    /** A person of the legacy system whose address and number are unproven. */
    private void importedWith(String address, String phone) {
        IdentifierRules rules = IdentifierRules.standard();
        Instant now = fixture.clock.instant();
        List<IdentifierAssignment> claims = List.of(
                new IdentifierAssignment(rules.email(address).orElseThrow(), true, null),
                new IdentifierAssignment(rules.phone(phone).orElseThrow(), true, null));
        UserInfo.Dates dates = new UserInfo.Dates(now, null, null);
        NewUser user =
                new NewUser(claims, null, UserInfo.Status.ORDINARY, dates, SettingsJson.EMPTY, RowTimes.fresh(now));
        fixture.store.alone(tx -> tx.users().insert(user));
    }

    private SignIn resetAndSignIn(String password) {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        fixture.auth.passwords().confirmReset(fixture.linkTo(VICTIM), Secret.of(password));
        return FlowFixture.signIn(fixture.login(VICTIM, password));
    }
}

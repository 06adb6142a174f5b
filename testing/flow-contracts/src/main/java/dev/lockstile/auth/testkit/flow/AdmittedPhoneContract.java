package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An admitted number of an account whose e-mail is proven. Either the owner of the e-mail has planted another account's
 * number, and would stay in the account after its holder has come; or the number is mistyped or another account's by
 * now, and its holder would come into the account of a stranger.
 */
@Tag("columns")
abstract class AdmittedPhoneContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final String NUMBER = "+525512345678";
    private static final String UNKNOWN = "+525587654321";
    private static final String PASSWORD = "anas-own-word-81";

    private UserId user;

    /** For those who extend it. */
    protected AdmittedPhoneContract() {}

    @BeforeEach
    final void admit() {
        user = fixture.people.admitted(ADDRESS, NUMBER, null, PASSWORD);
    }

    @Test
    void no_code_goes_to_it_and_the_answer_is_that_to_an_unknown_number() {
        proveAddress();
        Outcome<CodeLogin.Sent> unknown = fixture.requestSms(UNKNOWN);
        Outcome<CodeLogin.Sent> asked = fixture.requestSms(NUMBER);
        assertThat(asked).hasSameClassAs(unknown).isInstanceOf(Outcome.Done.class);
        assertThat(asked.orElseThrow().userExists())
                .isEqualTo(unknown.orElseThrow().userExists());
        assertSilent();
    }

    @Test
    void nor_is_another_account_opened_on_it_where_a_code_signs_up() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        proveAddress();
        fixture.requestSms(NUMBER);
        assertSilent();
    }

    @Test
    void no_reset_link_goes_to_it() {
        proveAddress();
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, NUMBER, null));
        assertSilent();
    }

    @Test
    void a_code_that_was_sent_before_the_address_was_proven_opens_nothing() {
        fixture.requestSms(NUMBER);
        String code = fixture.codeTo(NUMBER);
        proveAddress();
        assertThat(fixture.enterCode(CodeIdentifier.phone(NUMBER), code))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(fixture.login(ADDRESS, PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_password_opens_the_account_by_it_and_its_owner_proves_it_by_a_change() {
        proveAddress();
        SignIn in = FlowFixture.signIn(fixture.login(NUMBER, PASSWORD));
        assertThat(in.user().identifiers().phone().isVerified()).isFalse();
        prove(fixture.caller(in));
        assertThat(fixture.login(NUMBER, PASSWORD)).isInstanceOf(Outcome.Done.class);
        fixture.requestSms(NUMBER);
        assertThat(fixture.enterCode(CodeIdentifier.phone(NUMBER), fixture.codeTo(NUMBER)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(ADDRESS, PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    private void proveAddress() {
        fixture.auth.admin().markVerified(user, IdentifierKind.EMAIL);
    }

    private void assertSilent() {
        assertThat(fixture.deliver().postbox.to(NUMBER)).isEmpty();
        assertThat(fixture.login(ADDRESS, PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(NUMBER, PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    private void prove(Caller caller) {
        OwnAccount.Changed asked = fixture.auth
                .ownAccount()
                .update(caller, AccountChange.NONE.withPhone(NUMBER))
                .orElseThrow();
        PendingChange pending = asked.pending().get(0);
        ChangeProof proof = new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(NUMBER)));
        assertThat(fixture.auth.ownAccount().confirmChange(caller, proof)).isInstanceOf(Outcome.Done.class);
    }
}

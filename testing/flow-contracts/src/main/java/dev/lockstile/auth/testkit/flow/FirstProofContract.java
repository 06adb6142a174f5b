package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is begun in an imported account ends when the first proof of its address is shown. */
abstract class FirstProofContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Secret PASSWORD = Secret.of("letmein-81");

    /** For those who extend it. */
    protected FirstProofContract() {}

    @BeforeEach
    final void requireFactors() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
    }

    @Test
    void a_sign_in_that_waits_for_an_enrolment_ends() {
        Auth node = node(SecondFactorPolicy.everybody());
        fixture.people.admitted(ANA, null, null, PASSWORD.reveal());
        Secret strangers = wait(node);
        assertThat(node.secondFactorLogin().enrol(strangers)).isEqualTo(Outcome.refused(Refusal.NO_PROVEN_ADDRESS));
        assertThat(proves(node)).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(node.secondFactorLogin().enrol(strangers)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void a_sign_in_that_waits_for_a_factor_of_the_account_ends() {
        Auth node = node(SecondFactorPolicy.nobody());
        UserId ana = fixture.people.admitted(ANA, null, null, PASSWORD.reveal());
        BelievingPasskeys.add(fixture, ana, "own", "handle");
        Secret strangers = wait(node);
        assertThat(proves(node)).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(node.passkeyLogin().beginSecondFactor(strangers)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void of_an_imported_and_an_own_passkey_the_own_one_stays() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        Auth node = node(SecondFactorPolicy.nobody());
        UserId ana = fixture.people.admitted(ANA, null, null, PASSWORD.reveal());
        BelievingPasskeys.add(fixture, ana, "imported", "handle");
        BelievingPasskeys.add(fixture, ana, "own", "handle");
        noteImport();
        assertThat(proves(node)).isInstanceOf(Outcome.SecondFactorRequired.class);
        List<PasskeyState> left =
                fixture.store.read(tx -> tx.factors().passkeys().of(ana));
        assertThat(left).extracting(PasskeyState::passkeyId).containsExactly("id-own");
    }

    private Auth node(SecondFactorPolicy required) {
        return fixture.nodeWith(builder -> builder.passkeys(new BelievingPasskeys())
                .secondFactors(SecondFactorSettings.optional().requiredOf(required)));
    }

    /** A sign-in with the password that the account came with. */
    private static Secret wait(Auth node) {
        Outcome<SignIn> result = node.login().signIn(new PasswordLogin.Request(ANA, PASSWORD, FlowFixture.WEB));
        return ((Outcome.SecondFactorRequired<SignIn>) result).challenge().id();
    }

    /** The owner of the mailbox shows the code that came there. */
    private Outcome<SignIn> proves(Auth node) {
        fixture.requestCode(ANA);
        return FlowFixture.enterCode(node, CodeIdentifier.email(ANA), fixture.codeTo(ANA));
    }

    private void noteImport() {
        LegacyOrigin origin = new LegacyOrigin("old", "passkeys", "7", "run", "hash");
        fixture.store.alone(tx -> {
            tx.legacy().insert("id-imported", origin, "id-imported", fixture.clock.instant());
            return true;
        });
    }
}

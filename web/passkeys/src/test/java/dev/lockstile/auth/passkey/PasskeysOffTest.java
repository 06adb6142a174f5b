package dev.lockstile.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host without passkeys says so at each of their doors. */
final class PasskeysOffTest {

    private final AuthTestKit kit =
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings()));
    private final Auth auth = kit.auth();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void a_sign_in_by_passkey_is_off() {
        PasskeyLogin login = auth.passkeyLogin();
        assertThat(login.isServed()).isFalse();
        assertThat(login.begin("192.0.2.7")).isEqualTo(Outcome.refused(Refusal.PASSKEYS_OFF));
        assertThat(login.beginSecondFactor(Secret.of("none"))).isEqualTo(Outcome.refused(Refusal.PASSKEYS_OFF));
        assertThat(login.beginEnrolment(Secret.of("none"))).isEqualTo(Outcome.refused(Refusal.PASSKEYS_OFF));
        PasskeyLogin.Attempt attempt =
                new PasskeyLogin.Attempt(new FactorProof.Passkey("none", "{}"), ClientInfo.web("192.0.2.7"));
        assertThat(login.finish(attempt)).isEqualTo(Outcome.refused(Refusal.PASSKEYS_OFF));
    }

    @Test
    void an_account_adds_and_shows_none() {
        kit.member("ana@acme.example", "plum-harbour-4417");
        Caller ana = auth.sessions()
                .authenticate(kit.signIn("ana@acme.example", "plum-harbour-4417")
                        .tokens()
                        .access()
                        .reveal())
                .orElseThrow();
        Outcome<?> off = Outcome.refused(Refusal.PASSKEYS_OFF);
        assertThat(auth.ownPasskeys().begin(ana)).isEqualTo(off);
        assertThat(auth.ownPasskeys().finish(ana, new FactorProof.Passkey("none", "{}"), null))
                .isEqualTo(off);
        assertThat(auth.ownPasskeys().beginStepUp(ana)).isEqualTo(off);
    }
}

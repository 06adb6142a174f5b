package dev.lockstile.auth.passkey;

import static dev.lockstile.auth.passkey.PasskeyFixture.ANA;
import static dev.lockstile.auth.passkey.PasskeyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana, who has a passkey, and what an attacker gets. */
abstract class PasskeyAttackFixture {

    static final int RIVALS = 50;

    static final Outcome<SignIn> OUT = Outcome.refused(Refusal.INVALID_CREDENTIALS);

    static final Outcome<SignIn> NO_SECOND_FACTOR = Outcome.refused(Refusal.INVALID_SECOND_FACTOR);

    final PasskeyFixture site = new PasskeyFixture();

    final SoftwareAuthenticator key = key();

    Caller ana = site.member(ANA);

    @BeforeEach
    void register() {
        site.register(ana, key);
        ana = site.in(site.signIn(key));
    }

    @AfterEach
    void close() {
        site.close();
    }

    static String handle(PasskeyCeremony ceremony) {
        PasskeyCeremony.Owner owner = ceremony.owner();
        assertThat(owner).isNotNull();
        return owner.handle();
    }

    static <T> Outcome<T> refused(Refusal why) {
        return Outcome.refused(why);
    }
}

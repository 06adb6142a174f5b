package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.social.SocialEvent;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a provider tells of an account ends the trust in browsers where the account there is closed or gone, and else
 * not.
 */
abstract class SocialEventBrowserContract extends SocialEventSteps {

    private static final String DIGEST = "b".repeat(64);

    /** For those who extend it. */
    protected SocialEventBrowserContract() {}

    @BeforeEach
    final void trustBrowser() {
        Assumptions.assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.factors().browsers().isMapped()), "this store trusts no browsers");
        TrustedBrowserState state =
                new TrustedBrowserState("browser-1", "Firefox", now(), now(), now().plus(Duration.ofDays(30)));
        fixture.store.alone(tx -> {
            tx.factors().browsers().insert(ana, state, DIGEST);
            return true;
        });
    }

    @Test
    void an_account_that_is_gone_there_ends_it() {
        assertThat(send(event(SocialEvent.Type.ACCOUNT_PURGED, now()))).isEqualTo(ACCEPTED);
        assertThat(isTrusted()).isFalse();
    }

    @Test
    void an_account_that_is_disabled_there_ends_it() {
        assertThat(send(event(SocialEvent.Type.ACCOUNT_DISABLED, now()))).isEqualTo(ACCEPTED);
        assertThat(isTrusted()).isFalse();
    }

    @Test
    void the_end_of_sessions_there_leaves_it() {
        assertThat(send(event(SocialEvent.Type.SESSIONS_REVOKED, now()))).isEqualTo(ACCEPTED);
        assertThat(isTrusted()).isTrue();
    }

    private boolean isTrusted() {
        return fixture.store.<Boolean>alone(tx -> tx.factors().browsers().use(ana, DIGEST, now()));
    }
}

package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An account that was made inactive and nothing else, as an import or a host does it: its sessions have not ended, and
 * are worth nothing all the same.
 */
abstract class InactiveAccountContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private SignIn held;
    private Caller caller;
    private Auth checking;

    /** For those who extend it. */
    protected InactiveAccountContract() {}

    @BeforeEach
    final void makeInactive() {
        fixture.member(ADDRESS);
        checking = fixture.secondNode(
                settings -> settings.withSessions(settings.sessions().withSessionCheck(BELIEVED)));
        held = fixture.signedIn(ADDRESS);
        caller = fixture.caller(held);
        assertThat(checking.sessions().authenticate(access())).isPresent();
        setActive(false);
        fixture.clock.advance(BELIEVED);
    }

    @Test
    void its_refresh_token_gives_nothing() {
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void its_access_token_is_refused_where_sessions_are_checked() {
        assertThat(checking.sessions().authenticate(access())).isEmpty();
    }

    @Test
    void its_session_takes_no_step_and_switches_no_profile() {
        assertThat(fixture.auth.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD)))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(fixture.auth.sessions().list(caller)).isEmpty();
        assertThat(fixture.auth.login().switchProfile(caller, caller.profile(), FlowFixture.WEB))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void its_sessions_go_on_when_it_is_active_again() {
        setActive(true);
        fixture.clock.advance(BELIEVED);
        assertThat(checking.sessions().authenticate(access())).isPresent();
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh())).isInstanceOf(Outcome.Done.class);
    }

    private String access() {
        return held.tokens().access().reveal();
    }

    private void setActive(boolean active) {
        boolean changed =
                fixture.store.alone(tx -> tx.users().setActive(held.user().id(), active, fixture.clock.instant()));
        assertThat(changed).isTrue();
    }
}

package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a session whose old refresh token comes again, with a grace for lost answers and without (RFC 9700
 * 4.14).
 */
abstract class RefreshReuseContract extends MemberSessionsContract {

    /** For those who extend it. */
    protected RefreshReuseContract() {}

    @Test
    void an_old_token_ends_the_session_and_is_told() {
        SignIn ana = fixture.signedIn(ADDRESS);
        Secret next = refreshed(fixture, ana.tokens().refresh()).refresh();
        assertThat(fixture.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(fixture.auth.sessions().refresh(next)).isEqualTo(REFUSED);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.SessionEnded.class::isInstance)
                .extracting(event -> ((AuthEvent.SessionEnded) event).reason())
                .containsExactly(EndReason.TOKEN_REUSED);
    }

    @Test
    void without_a_grace_there_is_none() {
        SignIn ana = fixture.signedIn(ADDRESS);
        refreshed(fixture, ana.tokens().refresh());
        assertThat(fixture.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(live(fixture)).isEmpty();
    }

    @Test
    void in_the_grace_a_lost_answer_is_given_again() {
        FlowFixture kind = graceful();
        SignIn ana = kind.signedIn(ADDRESS);
        Secret next = refreshed(kind, ana.tokens().refresh()).refresh();
        kind.clock.advance(Duration.ofSeconds(4));
        assertThat(refreshed(kind, ana.tokens().refresh()).refresh()).isEqualTo(next);
        assertThat(refreshed(kind, next).refresh()).isNotEqualTo(next);
    }

    @Test
    void after_the_grace_the_same_token_ends_the_session() {
        FlowFixture kind = graceful();
        SignIn ana = kind.signedIn(ADDRESS);
        refreshed(kind, ana.tokens().refresh());
        kind.clock.advance(Duration.ofSeconds(5));
        assertThat(kind.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(live(kind)).isEmpty();
    }

    @Test
    void the_grace_revives_no_older_ancestor() {
        FlowFixture kind = graceful();
        SignIn ana = kind.signedIn(ADDRESS);
        Secret second = refreshed(kind, ana.tokens().refresh()).refresh();
        Secret third = refreshed(kind, second).refresh();
        assertThat(kind.auth.sessions().refresh(ana.tokens().refresh())).isEqualTo(REFUSED);
        assertThat(kind.auth.sessions().refresh(third)).isEqualTo(REFUSED);
        assertThat(live(kind)).isEmpty();
    }

    @Test
    void fifty_refreshes_at_once_are_one_chain_in_the_grace_too() {
        FlowFixture kind = graceful();
        SignIn ana = kind.signedIn(ADDRESS);
        List<Secret> given = new CopyOnWriteArrayList<>();
        int won = ParallelRun.winners(50, n -> {
            boolean in = kind.auth.sessions().refresh(ana.tokens().refresh()) instanceof Outcome.Done<TokenPair> r
                    && given.add(r.value().refresh());
            return in;
        });
        assertThat(won).isEqualTo(50);
        assertThat(given).hasSize(50).containsOnly(given.get(0));
        assertThat(live(kind)).hasSize(1);
    }

    @Test
    void another_client_ends_the_session() {
        SignIn ana = phone(fixture, "device-1");
        assertThat(refreshed(fixture, ana.tokens().refresh(), new RefreshClient(ClientKind.MOBILE, "device-1")))
                .isNotNull();
        for (RefreshClient other :
                List.of(new RefreshClient(ClientKind.WEB, null), new RefreshClient(ClientKind.MOBILE, "device-2"))) {
            SignIn again = phone(fixture, "device-1");
            assertThat(fixture.auth.sessions().refresh(again.tokens().refresh(), other))
                    .as(other.toString())
                    .isEqualTo(REFUSED);
            assertThat(fixture.auth.sessions().refresh(again.tokens().refresh()))
                    .isEqualTo(REFUSED);
        }
    }

    private FlowFixture graceful() {
        return rewired(sessions(settings -> settings.allowRefreshGrace(Duration.ofSeconds(5))));
    }
}

package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refreshes by two requests of which the second runs whole between two writes of the first. */
abstract class RefreshInterleavingContract extends InterleavedContract {

    /** For those who extend it. */
    protected RefreshInterleavingContract() {}

    @Test
    void a_refresh_token_is_exchanged_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Secret token = member(moment).tokens().refresh();
            once(moment, () -> is(Outcome.Done.class, fixture.auth.sessions().refresh(token)));
        }
    }

    @Test
    void two_who_refresh_at_once_get_one_pair_in_the_grace() {
        fixture = graceful();
        Secret token = member(1).tokens().refresh();
        List<Secret> given = new ArrayList<>();
        store.before(1, () -> given.add(refreshed(token).refresh()));
        given.add(refreshed(token).refresh());
        assertThat(given).hasSize(2).containsOnly(given.get(0));
    }

    @Test
    void in_the_grace_a_session_that_ended_meanwhile_is_not_refreshed() {
        fixture = graceful();
        SignIn held = member(1);
        Caller caller = fixture.caller(held);
        store.before(1, () -> {
            refreshed(held.tokens().refresh());
            fixture.auth.sessions().logout(caller);
        });
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(store.isWaiting()).isFalse();
    }

    @Test
    void in_the_grace_a_token_that_is_two_behind_by_now_gets_nothing() {
        fixture = graceful();
        Secret token = member(1).tokens().refresh();
        store.before(1, () -> refreshed(refreshed(token).refresh()));
        assertThat(fixture.auth.sessions().refresh(token)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(store.isWaiting()).isFalse();
    }

    @Test
    void two_retries_of_one_token_get_one_pair() {
        fixture = retried();
        Secret token = member(1).tokens().refresh();
        refreshed(token);
        fixture.clock.advance(Duration.ofSeconds(12));
        List<Secret> given = new ArrayList<>();
        store.before(1, () -> given.add(refreshed(token).refresh()));
        given.add(refreshed(token).refresh());
        assertThat(given).hasSize(2).containsOnly(given.get(0));
    }

    @Test
    void a_retry_gets_nothing_when_the_new_token_was_used_meanwhile() {
        fixture = retried();
        Secret token = member(1).tokens().refresh();
        Secret next = refreshed(token).refresh();
        fixture.clock.advance(Duration.ofSeconds(12));
        List<Secret> given = new ArrayList<>();
        store.before(1, () -> given.add(refreshed(next).refresh()));
        assertThat(fixture.auth.sessions().refresh(token)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(given).hasSize(1);
        assertThat(refreshed(given.get(0))).as("the owner goes on").isNotNull();
    }

    @Test
    void a_retry_gets_nothing_when_the_session_ended_meanwhile() {
        fixture = retried();
        SignIn held = member(1);
        Caller caller = fixture.caller(held);
        refreshed(held.tokens().refresh());
        fixture.clock.advance(Duration.ofSeconds(12));
        store.before(1, () -> fixture.auth.sessions().logout(caller));
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(store.isWaiting()).isFalse();
    }

    private FlowFixture retried() {
        return new FlowFixture(
                store, settings -> settings.withSessions(settings.sessions().allowRefreshRetry()));
    }

    private FlowFixture graceful() {
        return new FlowFixture(
                store, settings -> settings.withSessions(settings.sessions().allowRefreshGrace(Duration.ofSeconds(5))));
    }

    private TokenPair refreshed(Secret token) {
        Outcome<TokenPair> result = fixture.auth.sessions().refresh(token);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }
}

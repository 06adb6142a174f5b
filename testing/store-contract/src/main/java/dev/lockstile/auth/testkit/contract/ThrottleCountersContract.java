package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What counters promise wherever they lie: in the store, in the process, or in a server of their own. */
@Timeout(120)
public abstract class ThrottleCountersContract {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final AuthStore store = new InMemoryAuthStore();
    private ThrottleCounters counters;

    /** For those who extend it. */
    protected ThrottleCountersContract() {}

    /**
     * {@return counters that hold nothing; called before every test}
     *
     * @param store in memory, for counters that lie in the store
     */
    protected abstract ThrottleCounters open(AuthStore store);

    @BeforeEach
    final void openCounters() {
        counters = open(store);
    }

    @Test
    void a_window_has_as_many_places_as_its_limit_and_the_next_is_empty() {
        ThrottlePermit place = ThrottlePermit.of("bucket", 2, WINDOW);
        assertThat(take(place, T0)).isTrue();
        assertThat(take(place, T0)).isTrue();
        PermitResult refused = counters.admit(List.of(place), null, T0.plusSeconds(9));
        assertThat(refused.full()).isEqualTo(place);
        assertThat(refused.retryAt()).isEqualTo(T0.plus(WINDOW));
        assertThat(take(place, T0.plus(WINDOW).minusNanos(1000))).isFalse();
        assertThat(take(place, T0.plus(WINDOW))).isTrue();
    }

    @Test
    void all_places_are_taken_or_none() {
        ThrottlePermit wide = ThrottlePermit.of("wide", 2, WINDOW);
        ThrottlePermit narrow = ThrottlePermit.of("narrow", 1, WINDOW);
        assertThat(take(narrow, T0)).isTrue();
        assertThat(counters.admit(List.of(wide, narrow), null, T0).full()).isEqualTo(narrow);
        assertThat(take(wide, T0)).isTrue();
        assertThat(take(wide, T0)).isTrue();
        assertThat(take(wide, T0)).isFalse();
    }

    @Test
    void an_attempt_without_a_permit_leaves_the_other_permits_taken() {
        ThrottlePermit request = ThrottlePermit.of("request", 3, WINDOW);
        ThrottlePermit attempt = ThrottlePermit.of("attempt", 1, WINDOW);
        assertThat(counters.admit(List.of(request), attempt, T0)).isEqualTo(PermitResult.granted(true));
        assertThat(counters.admit(List.of(request), attempt, T0)).isEqualTo(PermitResult.granted(false));
        counters.release("attempt");
        assertThat(counters.admit(List.of(request), attempt, T0)).isEqualTo(PermitResult.granted(true));
        assertThat(take(request, T0)).isFalse();
        assertThat(counters.admit(List.of(), null, T0)).isEqualTo(PermitResult.granted(false));
    }

    @Test
    void nobody_gets_into_a_limit_of_zero() {
        assertThat(take(ThrottlePermit.of("bucket", 0, WINDOW), T0)).isFalse();
        assertThat(take(ThrottlePermit.of("bucket", 1, WINDOW), T0)).isTrue();
    }

    @Test
    void a_bucket_is_closed_after_each_place_for_as_long_as_the_spacing_says() {
        ThrottlePermit spaced = ThrottlePermit.of("bucket", 3, WINDOW)
                .spaced(ProgressiveDelay.doubling(1, Duration.ofMinutes(1), Duration.ofMinutes(2)));
        assertThat(take(spaced, T0)).isTrue();
        assertThat(take(spaced, T0.plusSeconds(59))).isFalse();
        assertThat(take(spaced, T0.plusSeconds(60))).isTrue();
        assertThat(opensAt(spaced, T0.plusSeconds(61))).isEqualTo(T0.plusSeconds(180));
        assertThat(take(spaced, T0.plusSeconds(180))).isTrue();
        assertThat(opensAt(spaced, T0.plusSeconds(600))).isEqualTo(T0.plus(WINDOW));
    }

    @Test
    void a_permit_given_back_takes_its_own_wait_with_it_and_no_other() {
        ThrottlePermit spaced = ThrottlePermit.of("bucket", 5, WINDOW)
                .spaced(ProgressiveDelay.doubling(1, Duration.ofMinutes(1), Duration.ofMinutes(4)));
        assertThat(take(spaced, T0)).isTrue();
        assertThat(take(spaced, T0.plusSeconds(60))).isTrue();
        counters.giveBack(spaced, T0.plusSeconds(60));
        assertThat(take(spaced, T0.plusSeconds(60))).as("given back").isTrue();
        counters.giveBack(spaced, T0);
        assertThat(opensAt(spaced, T0.plusSeconds(60)))
                .as("another permit's wait")
                .isEqualTo(T0.plusSeconds(180));
        counters.giveBack(ThrottlePermit.of("never seen", 1, WINDOW), T0);
    }

    @Test
    void a_sliding_window_ends_after_rest_alone() {
        ThrottlePermit sliding = new ThrottlePermit("bucket", 2, WINDOW, ProgressiveDelay.NONE, true);
        assertThat(take(sliding, T0)).isTrue();
        assertThat(take(sliding, T0.plusSeconds(3000))).isTrue();
        assertThat(opensAt(sliding, T0.plusSeconds(3600))).isEqualTo(T0.plusSeconds(6600));
        assertThat(take(sliding, T0.plusSeconds(6600))).isTrue();
    }

    @Test
    void a_wrong_attempt_closes_its_bucket_and_takes_each_permit_for_itself() {
        ProgressiveDelay ladder = ProgressiveDelay.doubling(2, Duration.ofSeconds(4), Duration.ofSeconds(8));
        ThrottlePermit attempt = ThrottlePermit.of("attempt", 9, WINDOW);
        ThrottlePermit first = ThrottlePermit.of("first", 1, WINDOW);
        ThrottlePermit second = ThrottlePermit.of("second", 2, WINDOW);
        assertThat(counters.admit(List.of(), attempt, T0).attemptGranted()).isTrue();
        assertThat(counters.recordFailure("attempt", ladder, List.of(first, second), T0))
                .isEmpty();
        assertThat(counters.admit(List.of(), attempt, T0).attemptGranted()).isTrue();
        assertThat(counters.recordFailure("attempt", ladder, List.of(first, second), T0))
                .containsExactly(PermitResult.refused(first, T0.plus(WINDOW)));
        assertThat(counters.admit(List.of(), attempt, T0.plusSeconds(3)).attemptGranted())
                .isFalse();
        assertThat(take(second, T0)).isFalse();
        assertThat(counters.admit(List.of(), attempt, T0.plusSeconds(4)).attemptGranted())
                .isTrue();
        assertThat(counters.recordFailure("never seen", ladder, List.of(), T0)).isEmpty();
    }

    @Test
    void a_closed_bucket_stays_closed_beyond_its_window() {
        ThrottlePermit place = ThrottlePermit.of("bucket", 5, WINDOW);
        Instant until = T0.plus(WINDOW.multipliedBy(2));
        assertThat(take(place, T0)).isTrue();
        counters.close(List.of("bucket", "never seen"), until);
        counters.close(List.of("bucket"), T0.plusSeconds(5));
        assertThat(opensAt(place, T0.plus(WINDOW))).isEqualTo(until);
        assertThat(take(place, until)).isTrue();
        assertThat(take(ThrottlePermit.of("never seen", 1, WINDOW), T0)).isTrue();
    }

    @Test
    void buckets_are_empty_once_the_transaction_that_cleared_them_is_committed() {
        ThrottlePermit once =
                ThrottlePermit.of("bucket", 1, WINDOW).spaced(ProgressiveDelay.from(1, Duration.ofDays(1)));
        assertThat(take(once, T0)).isTrue();
        store.<Boolean>alone(tx -> {
            counters.clear(tx, List.of("bucket", "never seen"), T0);
            counters.clear(tx, List.of(), T0);
            return true;
        });
        assertThat(take(once, T0)).isTrue();
        assertThat(take(once, T0)).isFalse();
    }

    @Test
    void of_many_at_once_exactly_the_limit_get_in() {
        ThrottlePermit place = ThrottlePermit.of("bucket", 7, WINDOW);
        assertThat(ParallelRun.winners(50, number -> take(place, T0))).isEqualTo(7);
        assertThat(ParallelRun.winners(50, number -> take(place, T0.plus(WINDOW))))
                .isEqualTo(7);
    }

    private boolean take(ThrottlePermit place, Instant now) {
        return counters.admit(List.of(place), null, now).isGranted();
    }

    private @Nullable Instant opensAt(ThrottlePermit place, Instant now) {
        return counters.admit(List.of(place), null, now).retryAt();
    }
}

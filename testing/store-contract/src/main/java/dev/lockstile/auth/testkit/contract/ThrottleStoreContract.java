package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counters: exactly so many permits in a window, however many ask at once. */
abstract class ThrottleStoreContract extends StoreContract {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** For those who extend it. */
    protected ThrottleStoreContract() {}

    @Test
    void a_window_has_as_many_places_as_its_limit() {
        assertThat(take("bucket", 2, T0)).isTrue();
        assertThat(take("bucket", 2, T0)).isTrue();
        assertThat(take("bucket", 2, T0)).isFalse();
        assertThat(take("bucket", 2, T0.plus(WINDOW).minusNanos(1000))).isFalse();
    }

    @Test
    void the_next_window_is_empty_again() {
        assertThat(take("bucket", 1, T0)).isTrue();
        assertThat(take("bucket", 1, T0.plus(WINDOW))).isTrue();
        assertThat(take("bucket", 1, T0.plus(WINDOW))).isFalse();
        assertThat(take("bucket", 1, T0.plus(WINDOW.multipliedBy(30)))).isTrue();
    }

    @Test
    void being_refused_takes_no_place_in_the_next_window() {
        assertThat(take("bucket", 1, T0)).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(take("bucket", 1, T0.plusSeconds(i))).isFalse();
        }
        assertThat(take("bucket", 1, T0.plus(WINDOW))).isTrue();
    }

    @Test
    void a_limit_of_zero_lets_nobody_in() {
        assertThat(take("bucket", 0, T0)).isFalse();
        assertThat(take("bucket", 0, T0)).isFalse();
        assertThat(take("bucket", 1, T0)).isTrue();
        assertThat(take("bucket", 0, T0.plus(WINDOW))).isFalse();
    }

    @Test
    void a_limit_that_is_raised_or_lowered_counts_at_once() {
        assertThat(take("bucket", 1, T0)).isTrue();
        assertThat(take("bucket", 1, T0)).isFalse();
        assertThat(take("bucket", 3, T0)).isTrue();
        assertThat(take("bucket", 2, T0)).isFalse();
        assertThat(take("bucket", 3, T0)).isTrue();
    }

    @Test
    void buckets_do_not_share_places() {
        String wide = "b".repeat(63);
        assertThat(take(wide + "1", 1, T0)).isTrue();
        assertThat(take(wide + "2", 1, T0)).isTrue();
        assertThat(take(wide + "1", 1, T0)).isFalse();
        assertThat(take("B" + wide.substring(1) + "1", 1, T0)).isTrue();
    }

    @Test
    @Tag("keys")
    @Tag("transactions")
    void several_places_are_taken_in_one_transaction() {
        boolean all = write(tx -> tx.throttles().take("one", 2, WINDOW, T0)
                && tx.throttles().take("two", 2, WINDOW, T0)
                && tx.throttles().take("one", 2, WINDOW, T0));
        assertThat(all).isTrue();
        assertThat(take("one", 2, T0)).isFalse();
        assertThat(take("two", 2, T0)).isTrue();
    }

    @Test
    @Tag("transactions")
    void a_place_taken_in_a_transaction_that_was_rolled_back_is_free() {
        assertThatThrownBy(() -> change(tx -> {
                    tx.throttles().take("bucket", 1, WINDOW, T0);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(take("bucket", 1, T0)).isTrue();
    }

    @Test
    @Tag("transactions")
    void of_many_at_a_new_bucket_exactly_the_limit_get_in() {
        assertThat(ParallelRun.winners(50, number -> take("bucket", 7, T0))).isEqualTo(7);
    }

    @Test
    void of_many_at_a_window_that_begins_exactly_the_limit_get_in() {
        for (int i = 0; i < 7; i++) {
            assertThat(take("bucket", 7, T0)).isTrue();
        }
        assertThat(ParallelRun.winners(50, number -> take("bucket", 7, T0.plus(WINDOW))))
                .isEqualTo(7);
        assertThat(take("bucket", 7, T0.plus(WINDOW))).isFalse();
    }

    @Test
    @Tag("columns")
    void a_bucket_is_closed_after_each_place_for_as_long_as_the_spacing_says() {
        ThrottlePermit spaced = ThrottlePermit.of("bucket", 3, WINDOW)
                .spaced(ProgressiveDelay.doubling(1, Duration.ofMinutes(1), Duration.ofMinutes(2)));
        assertThat(take(spaced, T0)).isTrue();
        assertThat(opensAt(spaced, T0)).isEqualTo(T0.plusSeconds(60));
        assertThat(take(spaced, T0.plusSeconds(59))).isFalse();
        assertThat(take(spaced, T0.plusSeconds(60))).isTrue();
        assertThat(take(spaced, T0.plusSeconds(179))).isFalse();
        assertThat(take(spaced, T0.plusSeconds(180))).isTrue();
        assertThat(take(spaced, T0.plusSeconds(600))).isFalse();
        assertThat(opensAt(spaced, T0.plusSeconds(600))).isEqualTo(T0.plus(WINDOW));
        assertThat(take(spaced, T0.plus(WINDOW))).isTrue();
        assertThat(take(spaced, T0.plus(WINDOW).plusSeconds(59))).isFalse();
    }

    @Test
    @Tag("columns")
    void a_sliding_window_ends_after_rest_alone() {
        ThrottlePermit sliding = new ThrottlePermit("bucket", 3, WINDOW, ProgressiveDelay.NONE, true);
        assertThat(take(sliding, T0)).isTrue();
        assertThat(take(sliding, T0.plusSeconds(3000))).isTrue();
        assertThat(take(sliding, T0.plusSeconds(6000))).isTrue();
        assertThat(take(sliding, T0.plusSeconds(9000))).isFalse();
        assertThat(opensAt(sliding, T0.plusSeconds(9000))).isEqualTo(T0.plusSeconds(9600));
        assertThat(take(sliding, T0.plusSeconds(9600))).isTrue();
    }

    @Test
    @Tag("columns")
    void a_delay_counts_what_was_taken() {
        ProgressiveDelay ladder = ProgressiveDelay.doubling(2, Duration.ofSeconds(1), Duration.ofSeconds(4));
        ThrottlePermit place = ThrottlePermit.of("bucket", 9, WINDOW);
        delay("bucket", ladder);
        assertThat(take(place, T0)).isTrue();
        delay("bucket", ladder);
        assertThat(take(place, T0)).isTrue();
        delay("bucket", ladder);
        assertThat(opensAt(place, T0)).isEqualTo(T0.plusSeconds(1));
        assertThat(take(place, T0)).isFalse();
        assertThat(take(place, T0.plusSeconds(1))).isTrue();
        delay("bucket", ladder);
        assertThat(opensAt(place, T0)).isEqualTo(T0.plusSeconds(2));
        delay("bucket", ProgressiveDelay.NONE);
        assertThat(opensAt(place, T0)).isEqualTo(T0.plusSeconds(2));
    }

    @Test
    @Tag("columns")
    void a_closed_bucket_stays_closed_beyond_its_window() {
        assertThat(take("bucket", 5, T0)).isTrue();
        change(tx -> tx.throttles().close("bucket", T0.plus(WINDOW.multipliedBy(2))));
        change(tx -> tx.throttles().close("bucket", T0.plusSeconds(5)));
        assertThat(take("bucket", 5, T0.plus(WINDOW))).isFalse();
        assertThat(opensAt(ThrottlePermit.of("bucket", 5, WINDOW), T0)).isEqualTo(T0.plus(WINDOW.multipliedBy(2)));
        assertThat(take("bucket", 5, T0.plus(WINDOW.multipliedBy(2)))).isTrue();
    }

    @Test
    @Tag("columns")
    void a_cleared_bucket_is_empty_and_open() {
        ThrottlePermit once =
                ThrottlePermit.of("bucket", 1, WINDOW).spaced(ProgressiveDelay.from(1, Duration.ofDays(1)));
        assertThat(take(once, T0)).isTrue();
        assertThat(take("other", 1, T0)).isTrue();
        change(tx -> tx.throttles().clear(List.of("bucket", "never seen"), T0));
        assertThat(opensAt(once, T0)).isEqualTo(T0);
        assertThat(take(once, T0)).isTrue();
        assertThat(take("other", 1, T0)).isFalse();
        change(tx -> tx.throttles().clear(List.of(), T0));
    }

    @Test
    void looking_takes_nothing() {
        ThrottlePermit place = ThrottlePermit.of("bucket", 1, WINDOW);
        assertThat(opensAt(place, T0)).isEqualTo(T0);
        assertThat(opensAt(place, T0)).isEqualTo(T0);
        assertThat(take(place, T0)).isTrue();
    }

    @Test
    @Tag("columns")
    void only_buckets_that_hold_nothing_are_forgotten_and_never_more_than_asked() {
        for (int i = 0; i < 5; i++) {
            take("old-" + i, 1, T0);
        }
        take("closed", 1, T0);
        change(tx -> tx.throttles().close("closed", T0.plus(WINDOW.multipliedBy(3))));
        Instant later = T0.plus(WINDOW);
        take("young", 1, later);
        assertThat(count(tx -> tx.throttles().purge(later, 3))).isEqualTo(3);
        assertThat(count(tx -> tx.throttles().purge(later, 3))).isEqualTo(2);
        assertThat(count(tx -> tx.throttles().purge(later, 3))).isZero();
        assertThat(take("young", 1, later)).isFalse();
        assertThat(take("closed", 1, later)).isFalse();
        assertThat(take("old-1", 1, later)).isTrue();
    }

    @Test
    void of_many_at_a_spaced_bucket_one_gets_in_each_time() {
        ThrottlePermit spaced =
                ThrottlePermit.of("bucket", 20, WINDOW).spaced(ProgressiveDelay.from(1, Duration.ofMinutes(1)));
        for (int round = 0; round < 3; round++) {
            Instant at = T0.plusSeconds(60L * round);
            assertThat(ParallelRun.winners(30, number -> take(spaced, at))).isEqualTo(1);
        }
    }

    @Test
    @Tag("columns")
    void a_bucket_that_closes_at_a_number_lets_that_many_in_and_no_more() {
        ThrottlePermit paused =
                new ThrottlePermit("bucket", 100, WINDOW, ProgressiveDelay.from(20, Duration.ofMinutes(1)), true);
        assertThat(ParallelRun.winners(50, number -> take(paused, T0))).isEqualTo(20);
        assertThat(ParallelRun.winners(30, number -> take(paused, T0.plusSeconds(60))))
                .isEqualTo(1);
    }

    private boolean take(String bucket, int limit, Instant now) {
        return write(tx -> tx.throttles().take(bucket, limit, WINDOW, now));
    }

    private boolean take(ThrottlePermit place, Instant now) {
        return write(tx -> tx.throttles().take(place, now));
    }

    private Instant opensAt(ThrottlePermit place, Instant now) {
        return read(tx -> tx.throttles().opensAt(place, now));
    }

    private void delay(String bucket, ProgressiveDelay spacing) {
        change(tx -> tx.throttles().delay(bucket, spacing, T0));
    }
}

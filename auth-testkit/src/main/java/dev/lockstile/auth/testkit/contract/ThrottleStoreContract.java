package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Counters: exactly so many places in a window, however many ask at once. */
public abstract class ThrottleStoreContract extends StoreContract {

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
    void several_places_are_taken_in_one_transaction() {
        boolean all = write(tx -> tx.throttles().take("one", 2, WINDOW, T0)
                && tx.throttles().take("two", 2, WINDOW, T0)
                && tx.throttles().take("one", 2, WINDOW, T0));
        assertThat(all).isTrue();
        assertThat(take("one", 2, T0)).isFalse();
        assertThat(take("two", 2, T0)).isTrue();
    }

    @Test
    void a_place_taken_in_a_transaction_that_was_rolled_back_is_free() {
        assertThatThrownBy(() -> change(tx -> {
                    tx.throttles().take("bucket", 1, WINDOW, T0);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(take("bucket", 1, T0)).isTrue();
    }

    @Test
    void of_many_at_a_new_bucket_exactly_the_limit_get_in() {
        assertThat(Contest.winners(50, number -> take("bucket", 7, T0))).isEqualTo(7);
    }

    @Test
    void of_many_at_a_window_that_begins_exactly_the_limit_get_in() {
        for (int i = 0; i < 7; i++) {
            assertThat(take("bucket", 7, T0)).isTrue();
        }
        assertThat(Contest.winners(50, number -> take("bucket", 7, T0.plus(WINDOW))))
                .isEqualTo(7);
        assertThat(take("bucket", 7, T0.plus(WINDOW))).isFalse();
    }

    private boolean take(String bucket, int limit, Instant now) {
        return write(tx -> tx.throttles().take(bucket, limit, WINDOW, now));
    }
}

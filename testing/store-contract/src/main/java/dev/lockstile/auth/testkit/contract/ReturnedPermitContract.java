package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counters: what a permit leaves behind that is given back. */
abstract class ReturnedPermitContract extends StoreContract {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final ThrottlePermit ONE = ThrottlePermit.of("bucket", 1, WINDOW);

    /** For those who extend it. */
    protected ReturnedPermitContract() {}

    @Test
    @Tag("columns")
    void a_place_given_back_is_free() {
        assertThat(take(ONE)).isTrue();
        change(tx -> tx.throttles().release("bucket"));
        assertThat(take(ONE)).isTrue();
        change(tx -> tx.throttles().release("bucket"));
        change(tx -> tx.throttles().release("bucket"));
        change(tx -> tx.throttles().release("never seen"));
        assertThat(take(ONE)).isTrue();
        assertThat(take(ONE)).isFalse();
    }

    @Test
    @Tag("columns")
    void a_permit_given_back_takes_its_own_wait_with_it_and_no_other() {
        ThrottlePermit spaced = ThrottlePermit.of("bucket", 5, WINDOW)
                .spaced(ProgressiveDelay.doubling(1, Duration.ofMinutes(1), Duration.ofMinutes(4)));
        assertThat(take(spaced)).isTrue();
        change(tx -> tx.throttles().giveBack(spaced, T0));
        assertThat(take(spaced)).isTrue();
        change(tx -> tx.throttles().giveBack(spaced, T0.minusSeconds(1)));
        assertThat(opensAt(spaced, T0)).as("another permit's wait").isEqualTo(T0.plusSeconds(60));
        change(tx -> tx.throttles().giveBack(ThrottlePermit.of("never seen", 1, WINDOW), T0));
    }

    @Test
    void of_many_who_give_one_permit_back_one_does() {
        ThrottlePermit five = ThrottlePermit.of("bucket", 5, WINDOW);
        assertThat(take(five)).isTrue();
        ParallelRun.winners(
                8,
                number -> write(tx -> {
                    tx.throttles().giveBack(five, T0);
                    return true;
                }));
        for (int i = 0; i < 5; i++) {
            assertThat(take(five)).isTrue();
        }
        assertThat(take(five)).isFalse();
    }

    private boolean take(ThrottlePermit permit) {
        return write(tx -> tx.throttles().take(permit, T0));
    }

    private Instant opensAt(ThrottlePermit permit, Instant now) {
        return read(tx -> tx.throttles().opensAt(permit, now));
    }
}

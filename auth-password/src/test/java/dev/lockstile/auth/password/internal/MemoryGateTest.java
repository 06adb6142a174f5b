package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.HashingBusyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Memory is lent as far as there is some, and comes back once. */
class MemoryGateTest {

    private static final int LEAST_KIB = 32_768;
    private final MemoryGate gate = new MemoryGate(0, Duration.ZERO);

    private boolean has(int kib) {
        try {
            return gate.with(kib, () -> true);
        } catch (HashingBusyException busy) {
            return false;
        }
    }

    @Test
    void half_of_the_heap_is_lent_and_32_mib_at_least() {
        for (long heap : new long[] {0, 1 << 20, 64L << 20}) {
            assertThat(new MemoryGate(heap, Duration.ZERO).fits(LEAST_KIB)).isTrue();
            assertThat(new MemoryGate(heap, Duration.ZERO).fits(LEAST_KIB + 1)).isFalse();
        }
        MemoryGate gibibyte = new MemoryGate(1L << 30, Duration.ZERO);
        assertThat(gibibyte.fits(524_288)).isTrue();
        assertThat(gibibyte.fits(524_289)).isFalse();
        assertThat(new MemoryGate(Long.MAX_VALUE, Duration.ZERO).fits(Integer.MAX_VALUE))
                .isTrue();
    }

    @Test
    void what_is_lent_is_not_there_until_it_comes_back() {
        gate.with(LEAST_KIB - 8, () -> {
            assertThat(has(8)).isTrue();
            assertThat(has(9)).isFalse();
            return true;
        });
        assertThat(has(LEAST_KIB)).isTrue();
    }

    @Test
    void who_was_sent_away_gives_nothing_back() {
        gate.with(LEAST_KIB, () -> {
            assertThat(has(LEAST_KIB)).isFalse();
            assertThat(has(1)).isFalse();
            return true;
        });
        assertThat(has(LEAST_KIB + 1)).isFalse();
        assertThat(has(LEAST_KIB)).isTrue();
    }

    @Test
    void work_that_fails_gives_its_memory_back() {
        assertThatThrownBy(() -> gate.with(LEAST_KIB, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(has(LEAST_KIB)).isTrue();
    }

    @Test
    void an_interrupted_caller_is_told_busy_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(has(1)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}

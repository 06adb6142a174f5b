package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.service.Passwords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proposal follows from how fast the machine is and how much memory it has: here both are made up. */
class CalibrationTest {

    private static final int LARGEST = 262_144;

    /** 40 ms for the OWASP cost, and in proportion for others. */
    private static long ordinary(Argon2Cost cost) {
        return cost.work() * 40_000_000L / Argon2Cost.owasp().work();
    }

    private static Argon2Cost propose(int millis) {
        return new Calibration(cost -> true, CalibrationTest::ordinary).propose(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"40, 19456, 2", "100, 43008, 2", "250, 96256, 2", "700, 262144, 2", "900, 262144, 3", "1200, 262144, 4"
    })
    void more_time_buys_memory_first_and_then_passes(int millis, int memoryKib, int iterations) {
        assertThat(propose(millis)).isEqualTo(new Argon2Cost(memoryKib, iterations, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 333, 500, 1_000, 4_999})
    void a_proposal_takes_no_longer_than_the_target_and_stays_below_the_ceilings(int millis) {
        Argon2Cost proposed = propose(millis);
        assertThat(ordinary(proposed)).isLessThanOrEqualTo(millis * 1_000_000L);
        assertThat(proposed.memoryKib()).isBetween(Argon2Cost.owasp().memoryKib(), LARGEST);
        assertThat(proposed.work()).isLessThanOrEqualTo(1_048_576);
    }

    @Test
    void a_slow_machine_still_gets_the_least_owasp_allows() {
        Calibration slow = new Calibration(cost -> true, cost -> 9_000_000_000L);
        assertThat(slow.propose(Duration.ofMillis(50))).isEqualTo(Argon2Cost.owasp());
    }

    @Test
    void a_small_heap_bounds_the_memory_and_nothing_larger_is_ever_tried() {
        List<Integer> tried = new ArrayList<>();
        Calibration small = new Calibration(cost -> cost.memoryKib() <= 65_536, cost -> {
            tried.add(cost.memoryKib());
            return 1;
        });
        assertThat(small.propose(Duration.ofSeconds(1)).memoryKib()).isLessThanOrEqualTo(65_536);
        assertThat(tried).allMatch(memory -> memory <= 65_536);
    }

    @Test
    void the_first_measurement_does_not_count() {
        List<Argon2Cost> measured = new ArrayList<>();
        Calibration cold = new Calibration(cost -> true, cost -> {
            measured.add(cost);
            return measured.size() == 1 ? 9_000_000_000L : ordinary(cost);
        });
        assertThat(cold.propose(Duration.ofMillis(100)).memoryKib()).isGreaterThan(19_456);
    }

    @Test
    void targets_from_20_ms_to_5_seconds_are_taken() {
        assertThat(propose(20)).isEqualTo(Argon2Cost.owasp());
        assertThat(propose(5_000).memoryKib()).isEqualTo(LARGEST);
    }

    @Test
    void this_machine_gets_the_least_owasp_allows_or_more() {
        Argon2Cost proposed = Passwords.calibrate(Duration.ofMillis(20));
        assertThat(proposed.meetsFloor()).isTrue();
        assertThat(proposed.work())
                .as("no machine writes a gibibyte within 20 ms")
                .isLessThan(1_048_576);
    }

    @Test
    void a_cost_that_takes_just_the_target_is_proposed() {
        Calibration just =
                new Calibration(cost -> true, cost -> cost.memoryKib() <= 28_672 ? 100_000_000L : 100_000_001L);
        assertThat(just.propose(Duration.ofMillis(100))).isEqualTo(new Argon2Cost(28_672, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 6_000})
    void targets_out_of_bounds_are_refused(int millis) {
        assertThatThrownBy(() -> propose(millis)).isInstanceOf(IllegalArgumentException.class);
    }
}

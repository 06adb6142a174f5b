package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the soak lets pass, and what it does not. */
final class SoakVerdictTest {

    private static final long HOUR = 3_600;

    @ParameterizedTest
    @CsvSource({
        "node 1 heap, 40000, 3",
        "node 2 threads, 60, 0.003",
        "node 1 files, 90, 0.03",
        "node 2 connections, 11, 0.001",
        "node 1 kept, 0, 0.001",
        "rows auth_session, 2000, 0.5",
        "rows auth_challenge, 400, 0.2"
    })
    void a_leak_is_seen(String name, long start, double perSecond) {
        List<SoakSample> samples = samples(name, second -> start + (long) (second * perSecond));
        assertThat(SoakVerdict.of(samples, HOUR).growths(true))
                .singleElement()
                .asString()
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "node 1 heap, 40000, 1500",
        "node 2 threads, 60, 2",
        "node 1 files, 90, 9",
        "node 2 connections, 8, 4",
        "node 1 kept, 0, 0",
        "rows auth_session, 2000, 150",
        "rows auth_challenge, 400, 40"
    })
    void what_goes_up_and_down_is_not_told(String name, long middle, long swing) {
        List<SoakSample> samples = samples(name, second -> middle + swing * (second / 10 % 3 - 1));
        assertThat(SoakVerdict.of(samples, HOUR).growths(true)).isEmpty();
    }

    @Test
    void times_are_told_of_both_parts() {
        List<SoakSample> samples = samples("node 1 kept", second -> 0);
        assertThat(SoakVerdict.of(samples, HOUR).figures())
                .contains("login: p50 12.1 ms, then 33.1 (2.74), p99 15.0 ms, then 36.0 (2.40)");
    }

    private static List<SoakSample> samples(String name, LongUnaryOperator value) {
        List<SoakSample> samples = new ArrayList<>();
        for (int second = 10; second <= HOUR; second += 10) {
            samples.add(new SoakSample(
                    second,
                    Map.of(name, value.applyAsLong(second)),
                    Map.of("login", List.of(second * 10, second * 10 - 1))));
        }
        return samples;
    }
}

package dev.lockstile.benchmarks.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The short form of the measurement, so that it still runs on the day somebody needs it. No figure is asserted. */
class TokenBenchmarkRunTest {

    @Test
    void both_sides_accept_the_token_they_are_measured_with() {
        TokenChecks checks = new TokenChecks();
        assertThat(checks.byLibrary()).isTrue();
        assertThat(checks.byNimbus()).isTrue();
    }

    @Test
    void the_overhead_is_measured_in_pairs() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        TokenOverhead.run(8, new PrintStream(written, true, StandardCharsets.UTF_8));
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("median", "8 pairs");
    }
}

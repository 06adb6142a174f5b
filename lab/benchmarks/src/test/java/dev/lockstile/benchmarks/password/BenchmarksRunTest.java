package dev.lockstile.benchmarks.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.test.SkipReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Short forms of the measurements, so that they still run on the day they are needed. No figure is asserted. */
class BenchmarksRunTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void every_password_benchmark_produces_a_score() throws RunnerException {
        Options tiny = new OptionsBuilder()
                .include(PasswordVerifyBenchmark.class.getName())
                .param("cost", "tiny")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(5))
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(tiny).run();
        assertThat(results)
                .hasSize(4)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void the_overhead_is_measured_in_pairs() {
        VerifyOverhead.run(Checks.tiny(), 3, out);
        assertThat(printed()).contains("argon2id ratio", "bcrypt ratio");
    }

    @Test
    void java_and_c_compute_the_same_hash_and_are_compared() throws IOException {
        boolean measured = Argon2AgainstC.run("argon2", 2, out, new Argon2Cost(64, 1, 1));
        SkipReason.ARGON2.skipUnless(measured, printed());
        assertThat(printed()).contains("processor Java", "wall      Java/C");
    }

    @Test
    void a_machine_without_the_c_program_is_told_so() throws IOException {
        assertThat(Argon2AgainstC.run("no-such-argon2-program", 1, out, Argon2Cost.owasp()))
                .isFalse();
        assertThat(printed()).startsWith("skipped: there is no program 'no-such-argon2-program'");
    }

    private String printed() {
        return written.toString(StandardCharsets.UTF_8);
    }
}

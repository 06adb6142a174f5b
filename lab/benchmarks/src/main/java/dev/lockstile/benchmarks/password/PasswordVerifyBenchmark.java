package dev.lockstile.benchmarks.password;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One check of a right password by {@code PasswordHasher.check}, and by the bare primitive with the same figures: one
 * thread, average milliseconds. The difference is what the library adds: reading the stored text, Unicode form, permit
 * and memory gate. {@link VerifyOverhead} measures the same two alternately, which a busy machine disturbs less.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
public class PasswordVerifyBenchmark {

    /** {@code full} measures; {@code tiny} only proves that the benchmark runs. */
    @Param({"full"})
    public String cost = "full";

    private Checks checks = Checks.tiny();

    /** Hashes the password once, before any measurement. */
    @Setup
    public void prepare() {
        checks = cost.equals("full") ? Checks.full() : Checks.tiny();
    }

    /** Argon2id, 19 MiB, 2 passes, 1 lane, by the library. */
    @Benchmark
    public boolean argon2Library() {
        return checks.libraryArgon2();
    }

    /** The same hash by Bouncy Castle alone. */
    @Benchmark
    public boolean argon2Primitive() {
        return checks.primitiveArgon2();
    }

    /** bcrypt of cost 10 by the library. */
    @Benchmark
    public boolean bcryptLibrary() {
        return checks.libraryBcrypt();
    }

    /** The same hash by Bouncy Castle alone. */
    @Benchmark
    public boolean bcryptPrimitive() {
        return checks.primitiveBcrypt();
    }
}

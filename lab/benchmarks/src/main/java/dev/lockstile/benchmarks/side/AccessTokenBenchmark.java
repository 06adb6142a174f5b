package dev.lockstile.benchmarks.side;

import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.benchmarks.internal.race.Contender;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One verification of an ES256 access token: by the library, and by Nimbus alone with the same checks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AccessTokenBenchmark {

    private final Contender nimbus;
    private final Contender library;

    /** With a fresh token, and keys of its own. */
    public AccessTokenBenchmark() {
        SignedToken token = SignedToken.by(SigningKeys.Algorithm.ES256);
        nimbus = TokenRaces.nimbus(token);
        library = TokenRaces.lockstile(token);
    }

    /** By the public verifier. */
    @Benchmark
    public boolean library() {
        return library.work().getAsBoolean();
    }

    /** By hand, with Nimbus. */
    @Benchmark
    public boolean nimbus() {
        return nimbus.work().getAsBoolean();
    }
}

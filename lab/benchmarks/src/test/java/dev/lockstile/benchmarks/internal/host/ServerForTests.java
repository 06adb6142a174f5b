package dev.lockstile.benchmarks.internal.host;

import dev.lockstile.test.SkipReason;
import java.io.IOException;

/** A server where one can be started; elsewhere the test is skipped. */
public final class ServerForTests {

    private ServerForTests() {}

    /** @param flushing as {@link PostgresServer#start} has it */
    public static PostgresServer start(boolean flushing) {
        try {
            return PostgresServer.start(flushing);
        } catch (IOException | RuntimeException none) {
            SkipReason.POSTGRES.skip(String.valueOf(none.getMessage()));
            throw new IllegalStateException(none);
        }
    }
}

package dev.lockstile.benchmarks.host;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/** A server where one can be started; elsewhere the test is skipped. */
public final class ServerForTests {

    private ServerForTests() {}

    /** @param flushing as {@link PostgresServer#start} has it */
    public static PostgresServer start(boolean flushing) {
        try {
            return PostgresServer.start(flushing);
        } catch (IOException | RuntimeException none) {
            return abort("no embedded PostgreSQL on this machine: " + none.getMessage());
        }
    }
}

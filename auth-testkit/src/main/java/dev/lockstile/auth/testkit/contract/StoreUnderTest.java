package dev.lockstile.auth.testkit.contract;

import dev.lockstile.auth.store.AuthStore;
import java.util.Optional;

/** A store without any rows, made for one test. */
@FunctionalInterface
public interface StoreUnderTest extends AutoCloseable {

    /** The store; the same one at every call. */
    AuthStore store();

    /** A look behind the port, for what no verb reads; the cases that need it are skipped where there is none. */
    default Optional<StoreProbe> probe() {
        return Optional.empty();
    }

    /** Called after the test. */
    @Override
    default void close() {}
}

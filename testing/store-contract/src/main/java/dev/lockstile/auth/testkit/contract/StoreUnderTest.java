package dev.lockstile.auth.testkit.contract;

import dev.lockstile.auth.store.AuthStore;
import java.util.Optional;

/** A store without any rows, made for one test. */
@FunctionalInterface
public interface StoreUnderTest extends AutoCloseable {

    /** {@return the store; the same one at every call} */
    AuthStore store();

    /**
     * {@return a look behind the port, for what no verb reads; the cases that need it are skipped where there is none}
     */
    default Optional<StoreProbe> probe() {
        return Optional.empty();
    }

    /**
     * {@return the name of a text attribute of at least 40 characters that the host's user and profile entities both
     * have of their own; the cases that need it are skipped where there is none}
     */
    default Optional<String> hostAttribute() {
        return Optional.empty();
    }

    /**
     * Runs work in a transaction of the host that is rolled back afterwards; {@link AuthStore#join} inside it joins
     * that one. As it stands it is for a store whose own joined transactions can be joined; another one opens a
     * transaction as its host would.
     *
     * @param work calls flows or {@link AuthStore#join}
     */
    default void rolledBackByTheHost(Runnable work) {
        RuntimeException changedItsMind = new IllegalStateException("the host changed its mind");
        try {
            store().join(tx -> {
                work.run();
                throw changedItsMind;
            });
        } catch (IllegalStateException e) {
            if (e != changedItsMind) {
                throw e;
            }
        }
    }

    /** Called after the test. */
    @Override
    default void close() {}
}

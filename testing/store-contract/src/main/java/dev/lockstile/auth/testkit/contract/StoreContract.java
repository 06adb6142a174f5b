package dev.lockstile.auth.testkit.contract;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What all parts of the contract share: a fresh store for every test, and short ways into its transactions. */
@Timeout(120)
abstract class StoreContract {

    private StoreUnderTest underTest;
    private AuthStore store;

    /** For those who extend it. */
    protected StoreContract() {}

    /** {@return a store without any rows; called before every test} */
    protected abstract StoreUnderTest open();

    @BeforeEach
    final void openStore() {
        underTest = open();
        store = underTest.store();
    }

    @AfterEach
    final void closeStore() {
        underTest.close();
    }

    final AuthStore store() {
        return store;
    }

    /** Ends the test as skipped where the store comes without a probe. */
    final StoreProbe probe() {
        Assumptions.assumeTrue(underTest.probe().isPresent(), "this store comes without a probe");
        return underTest.probe().orElseThrow();
    }

    /** Ends the test as skipped where the store cannot be the target of an import. */
    final void assumeImports() {
        Assumptions.assumeTrue(
                done(tx -> tx.extension(ImportTx.class).isPresent()), "this store cannot be the target of an import");
    }

    /** Ends the test as skipped where the host has no attribute of its own. */
    final String hostAttribute() {
        Assumptions.assumeTrue(underTest.hostAttribute().isPresent(), "this host has no attribute of its own");
        return underTest.hostAttribute().orElseThrow();
    }

    final <R extends @Nullable Object> R write(Function<AuthTx, R> work) {
        return store.alone(work::apply);
    }

    final void change(Consumer<AuthTx> work) {
        store.alone(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** The same for a verb that says whether it did anything. */
    final boolean done(Predicate<AuthTx> verb) {
        return store.alone(verb::test);
    }

    /** The same for a verb that says how many rows it changed. */
    final int count(ToIntFunction<AuthTx> verb) {
        return store.alone(verb::applyAsInt);
    }

    final <T> Optional<T> find(Function<AuthTx, Optional<T>> query) {
        return store.read(query::apply);
    }

    final <T> List<T> list(Function<AuthTx, List<T>> query) {
        return store.read(query::apply);
    }

    final <R extends @Nullable Object> R read(Function<AuthTx, R> work) {
        return store.read(work::apply);
    }
}

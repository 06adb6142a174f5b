package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that lets something else happen just before a write of a flow: what a race does by chance, at a chosen
 * moment.
 */
final class InterleavingStore implements AuthStore {

    private final AuthStore store;
    private int left;
    private @Nullable Runnable step;
    private @Nullable Consumer<AuthTx> held;

    InterleavingStore(AuthStore store) {
        this.store = store;
    }

    /** Runs this once, before the write of that number from now on, counted from one. */
    void before(int write, Runnable wanted) {
        left = write;
        step = wanted;
    }

    /** Does this once, in a transaction that is about to hold a user's row, as if it were committed a moment before. */
    void beforeHold(Consumer<AuthTx> wanted) {
        held = wanted;
    }

    /** True while that write has not come. */
    boolean isWaiting() {
        return step != null;
    }

    /** Nothing happens in between any more. */
    void goOn() {
        step = null;
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        look();
        return store.join(work);
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        look();
        return store.alone(tx -> work.run(HeldRowTx.of(tx, this::hold)));
    }

    private void hold(AuthTx tx) {
        Consumer<AuthTx> due = held;
        if (due != null) {
            held = null;
            due.accept(tx);
        }
    }

    private void look() {
        Runnable due = step;
        if (due != null && --left == 0) {
            step = null;
            due.run();
        }
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(work);
    }

    @Override
    public boolean holdsConnection() {
        return store.holdsConnection();
    }

    @Override
    public boolean isMapped(Class<?> entity) {
        return store.isMapped(entity);
    }

    @Override
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    @Override
    public List<String> hostColumnProblems(List<HostColumn> columns) {
        return store.hostColumnProblems(columns);
    }
}

package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store whose database fails at the commit of one chosen transaction, and answers again afterwards. */
final class OutageStore implements AuthStore {

    private final AuthStore store;
    private int left;
    private boolean failed;

    OutageStore(AuthStore store) {
        this.store = store;
    }

    /** Fails the transaction of that number from now on, counted from one. */
    void failAt(int transaction) {
        left = transaction;
        failed = false;
    }

    /** Fails no transaction any more. @return whether one has failed */
    boolean recover() {
        left = 0;
        return failed;
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return store.join(failing(work));
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return store.alone(failing(work));
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(failing(work));
    }

    private <R extends @Nullable Object> Work<R> failing(Work<R> work) {
        if (left == 0 || --left > 0) {
            return work;
        }
        failed = true;
        return tx -> {
            work.run(tx);
            throw new StoreUnavailableException("the disk is full", new IllegalStateException());
        };
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

package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that counts how often a piece of work had to run again, because the database gave up on it. */
final class RetryCountingStore implements AuthStore {

    private final AuthStore store;
    private final AtomicInteger repeats = new AtomicInteger();

    RetryCountingStore(AuthStore store) {
        this.store = store;
    }

    int repeats() {
        return repeats.get();
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return store.join(watched(work));
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return store.alone(watched(work));
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(watched(work));
    }

    private <R extends @Nullable Object> Work<R> watched(Work<R> work) {
        AtomicInteger runs = new AtomicInteger();
        return tx -> {
            if (runs.incrementAndGet() > 1) {
                repeats.incrementAndGet();
            }
            return work.run(tx);
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

package dev.lockstile.auth.internal.store;

import dev.lockstile.auth.internal.identifier.UnicodeFolding;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store as flows see it: whatever way a user is read, an identifier counts only while its key fits its value. So a
 * column that another application writes too hands no proof on to another value.
 */
public record CheckedStore(AuthStore store, ReadRules rules) implements AuthStore {

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return store.join(tx -> work.run(new CheckedTx(tx, rules)));
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return store.alone(tx -> work.run(new CheckedTx(tx, rules)));
    }

    @Override
    public <R extends @Nullable Object> R single(Work<R> work) {
        return store.single(tx -> work.run(new CheckedTx(tx, rules)));
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(tx -> work.run(new CheckedTx(tx, rules)));
    }

    @Override
    public boolean holdsConnection() {
        return store.holdsConnection();
    }

    @Override
    public boolean isMapped(Class<?> entity) {
        return store.isMapped(entity);
    }

    /** No key has a letter that a database refuses. */
    @Override
    public Optional<UserId> userId(String text) {
        return UnicodeFolding.arePrintable(text) ? store.userId(text) : Optional.empty();
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return UnicodeFolding.arePrintable(text) ? store.profileId(text) : Optional.empty();
    }

    @Override
    public List<String> hostColumnProblems(List<HostColumn> columns) {
        return store.hostColumnProblems(columns);
    }
}

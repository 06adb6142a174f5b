package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.FormerPasswordStore;
import dev.lockstile.auth.store.HostColumnStore;
import dev.lockstile.auth.store.LegacyLinkStore;
import dev.lockstile.auth.store.MessageLogStore;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.SessionStore;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.store.UpkeepStore;
import dev.lockstile.auth.store.UserStore;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open transaction; a use after its end is an error. */
final class InMemoryTx implements AuthTx {

    private final TableViews views;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean open = true;

    InMemoryTx(TableViews views) {
        this.views = views;
    }

    @Override
    public UserStore users() {
        return new InMemoryUsers(views());
    }

    @Override
    public ProfileStore profiles() {
        return new InMemoryProfiles(views());
    }

    @Override
    public DeviceStore devices() {
        return new InMemoryDevices(views());
    }

    @Override
    public CodeStore codes() {
        return new InMemoryCodes(views());
    }

    @Override
    public SessionStore sessions() {
        return new InMemorySessions(views());
    }

    @Override
    public OutboxStore outbox() {
        return new InMemoryOutbox(views());
    }

    @Override
    public MessageLogStore messageLogs() {
        return new InMemoryMessageLogs(views());
    }

    @Override
    public ThrottleStore throttles() {
        return new InMemoryThrottles(views());
    }

    @Override
    public FactorStore factors() {
        return new InMemoryFactors(views());
    }

    @Override
    public SocialStore socials() {
        return new InMemorySocials(views());
    }

    @Override
    public LegacyLinkStore legacy() {
        return new InMemoryLegacyLinks(views());
    }

    @Override
    public UpkeepStore upkeep() {
        return new InMemoryUpkeep(views());
    }

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        if (type == ApiKeyStore.class) {
            return Optional.of(type.cast(new InMemoryApiKeys(views())));
        }
        if (type == FormerPasswordStore.class) {
            return Optional.of(type.cast(new InMemoryFormerPasswords(views())));
        }
        return type == ImportTx.class ? Optional.of(type.cast(new InMemoryImportTx(views()))) : Optional.empty();
    }

    @Override
    public HostColumnStore hostColumns() {
        return new InMemoryHostColumns(views());
    }

    @Override
    public <R extends @Nullable Object> R callHost(Supplier<R> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
        views();
        afterCommit.add(action);
    }

    /** Runs work that only reads. */
    <R extends @Nullable Object> R reading(Supplier<R> work) {
        boolean writable = views().makeWritable(false);
        try {
            return work.get();
        } finally {
            views.makeWritable(writable);
        }
    }

    /** Runs work that joined, and undoes what it did when it fails. */
    <R extends @Nullable Object> R undoable(Supplier<R> work) {
        Runnable undo = views().savepoint();
        int actions = afterCommit.size();
        boolean finished = false;
        try {
            R result = work.get();
            finished = true;
            return result;
        } finally {
            if (!finished) {
                undo.run();
                afterCommit.subList(actions, afterCommit.size()).clear();
            }
        }
    }

    /** Makes the changes last; what is to run afterwards. */
    List<Runnable> commit() {
        views.commit();
        return List.copyOf(afterCommit);
    }

    void close() {
        open = false;
        views.close();
    }

    /** The way of every verb to its rows, so that none works before the transaction began or after it ended. */
    private TableViews views() {
        if (!open) {
            throw new IllegalStateException("the transaction is over");
        }
        return views;
    }
}

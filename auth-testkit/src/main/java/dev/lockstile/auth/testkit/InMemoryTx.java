package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore;
import dev.lockstile.auth.store.CopiedStore;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.ImportStore;
import dev.lockstile.auth.store.LegacyStore;
import dev.lockstile.auth.store.MessageLogStore;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.SessionStore;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.store.UpkeepStore;
import dev.lockstile.auth.store.UserStore;
import java.util.ArrayList;
import java.util.List;

/** An open transaction; whoever uses it after its end is told so. */
final class InMemoryTx implements AuthTx {

    private final TableViews views;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean open = true;
    private boolean doomed;

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
    public SocialStore socials() {
        return new InMemorySocials(views());
    }

    @Override
    public LegacyStore legacy() {
        return new InMemoryLegacy(views());
    }

    @Override
    public CopiedStore copied() {
        return new InMemoryCopied(views());
    }

    @Override
    public UpkeepStore upkeep() {
        return new InMemoryUpkeep(views());
    }

    @Override
    public ImportStore imports() {
        return new InMemoryImports(views());
    }

    @Override
    public void afterCommit(Runnable action) {
        views();
        afterCommit.add(action);
    }

    /** Lets nothing but a roll back end the transaction. */
    void doom() {
        doomed = true;
    }

    /** Makes the changes last; what is to run afterwards. */
    List<Runnable> commit() {
        if (doomed) {
            throw new IllegalStateException("a piece of work that joined this transaction failed: it is rolled back");
        }
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

package dev.lockstile.auth.jpa.internal.store;

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
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open transaction and the stores in it. */
final class OpenTx implements AuthTx {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTx.class);

    private final Rows rows;
    private final Tables tables;
    private final boolean joined;
    private final List<Runnable> afterCommit = new ArrayList<>();

    private OpenTx(Rows rows, Tables tables, boolean joined) {
        this.rows = rows;
        this.tables = tables;
        this.joined = joined;
    }

    static OpenTx own(Session session, Tables tables, PlainSql plain, boolean readOnly) {
        return new OpenTx(new Rows(session, plain, true, readOnly), tables, false);
    }

    static OpenTx joined(Session session, Tables tables, PlainSql plain) {
        return new OpenTx(new Rows(session, plain, false, false), tables, true);
    }

    @Override
    public UserStore users() {
        return new JpaUserStore(rows, tables.host());
    }

    @Override
    public ProfileStore profiles() {
        return new JpaProfileStore(rows, tables.host());
    }

    @Override
    public DeviceStore devices() {
        return new JpaDeviceStore(rows, tables.host());
    }

    @Override
    public CodeStore codes() {
        return new JpaCodeStore(rows, tables.host());
    }

    @Override
    public SessionStore sessions() {
        return new JpaSessionStore(rows, tables.host());
    }

    @Override
    public OutboxStore outbox() {
        return new SqlOutboxStore(rows, tables.outbox());
    }

    @Override
    public MessageLogStore messageLogs() {
        return new JpaMessageLogStore(rows, tables.host());
    }

    @Override
    public ThrottleStore throttles() {
        return new SqlThrottleStore(rows, tables.throttle());
    }

    @Override
    public SocialStore socials() {
        return new JpaSocialStore(rows, tables.host());
    }

    @Override
    public LegacyStore legacy() {
        return new JpaLegacyStore(rows, tables.host(), new SqlKeptRows(rows, tables.imports()));
    }

    @Override
    public CopiedStore copied() {
        return new JpaCopiedStore(rows, tables.host());
    }

    @Override
    public UpkeepStore upkeep() {
        return new JpaUpkeepStore(rows, tables);
    }

    @Override
    public ImportStore imports() {
        return new SqlImportStore(rows, tables.imports());
    }

    @Override
    public <R extends @Nullable Object> R callHost(Supplier<R> work) {
        FlushModeType before = rows.session().getFlushMode();
        rows.session().setFlushMode(FlushModeType.AUTO); // the host's queries see what the host has just persisted
        try {
            R result = work.get();
            rows.session().flush();
            return result;
        } finally {
            rows.session().setFlushMode(before);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (joined) {
            rows.session().getTransaction().runAfterCompletion(status -> {
                if (status == TransactionStatus.COMMITTED) {
                    run(action);
                }
            });
        } else {
            afterCommit.add(action);
        }
    }

    /** Runs what waited for the commit. */
    void committed() {
        afterCommit.forEach(OpenTx::run);
    }

    /** What is committed stays so: an action that fails is logged and does not make the caller believe otherwise. */
    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("an action after a commit failed; the commit stands", e);
        }
    }
}

package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.Rows;
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
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open transaction and the stores in it. */
final class OpenTx implements AuthTx {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTx.class);

    private final Rows rows;
    private final Tables tables;
    private final Function<Rows, ImportTx> imports;
    /** One for the transaction: it remembers rows that were marked as deleted with their keys. */
    private final JpaUserStore users;

    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable RuntimeException failureOfHost;

    private OpenTx(Rows rows, StoreContext context) {
        this.rows = rows;
        this.tables = context.tables();
        this.imports = context.imports();
        this.users = new JpaUserStore(rows, tables.host());
    }

    /** A transaction that the store began. Its session counts as the host's once it holds entities of the host. */
    static OpenTx own(Session session, StoreContext context, boolean readOnly) {
        boolean empty = session.getStatistics().getEntityCount() == 0;
        return new OpenTx(new Rows(session, context.plain(), empty, readOnly), context);
    }

    static OpenTx joined(Session session, StoreContext context) {
        return new OpenTx(new Rows(session, context.plain(), false, false), context);
    }

    static OpenTx reading(Session session, StoreContext context) {
        return new OpenTx(new Rows(session, context.plain(), false, true), context);
    }

    Session session() {
        return rows.session();
    }

    /** Runs work that writes past the session, or only reads; the session is left as it was found. */
    <R extends @Nullable Object> R own(Supplier<R> work) {
        Session session = rows.session();
        FlushModeType flushing = session.getFlushMode();
        boolean readOnly = session.isDefaultReadOnly();
        session.setFlushMode(FlushModeType.COMMIT);
        session.setDefaultReadOnly(rows.readOnly());
        try {
            return work.get();
        } finally {
            session.setFlushMode(flushing);
            session.setDefaultReadOnly(readOnly);
        }
    }

    @Override
    public UserStore users() {
        return users;
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
    public FactorStore factors() {
        return new JpaFactorStore(rows, tables.host());
    }

    @Override
    public SocialStore socials() {
        return new JpaSocialStore(rows, tables.host());
    }

    @Override
    public LegacyLinkStore legacy() {
        return new JpaLegacyLinkStore(rows, tables.host());
    }

    @Override
    public UpkeepStore upkeep() {
        return new JpaUpkeepStore(rows, tables);
    }

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        if (type == ApiKeyStore.class) {
            return JpaApiKeyStore.of(rows, tables.host()).map(type::cast);
        }
        if (type == FormerPasswordStore.class) {
            return JpaFormerPasswordStore.of(rows, tables.host()).map(type::cast);
        }
        return type == ImportTx.class && tables.host().legacyLink() != null
                ? Optional.of(type.cast(imports.apply(rows)))
                : Optional.empty();
    }

    @Override
    public HostColumnStore hostColumns() {
        return new JpaHostColumns(rows, tables.host());
    }

    @Override
    public <R extends @Nullable Object> R callHost(Supplier<R> work) {
        FlushModeType before = rows.session().getFlushMode();
        rows.session().setFlushMode(FlushModeType.AUTO); // the host's queries see what the host has just persisted
        try {
            R result = work.get();
            rows.session().flush();
            return result;
        } catch (RuntimeException e) {
            failureOfHost = e;
            throw e;
        } finally {
            rows.session().setFlushMode(before);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** What waits for the commit of work that joined this transaction waits for this one's. */
    void take(OpenTx joined) {
        afterCommit.addAll(joined.afterCommit);
    }

    /** True for what code of the host has thrown. */
    boolean isFailureOfHost(RuntimeException e) {
        return e == failureOfHost;
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

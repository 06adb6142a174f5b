package dev.lockstile.auth.jpa;

import dev.lockstile.auth.SetupCheck;
import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.jpa.internal.admin.HqlAdminLists;
import dev.lockstile.auth.jpa.internal.audit.AuditChain;
import dev.lockstile.auth.jpa.internal.host.HostColumnCheck;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.HostTables;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import dev.lockstile.auth.jpa.internal.imports.JpaImportTx;
import dev.lockstile.auth.jpa.internal.sql.TableNames;
import dev.lockstile.auth.jpa.internal.store.ConnectionCheck;
import dev.lockstile.auth.jpa.internal.store.DatabaseClock;
import dev.lockstile.auth.jpa.internal.store.EventRows;
import dev.lockstile.auth.jpa.internal.store.MissingTables;
import dev.lockstile.auth.jpa.internal.store.Tables;
import dev.lockstile.auth.jpa.internal.store.Transactions;
import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store on the host's own entities and tables, through Hibernate.
 *
 * <p>Reads are projections, one statement each, and change nothing. Contested writes are one conditional update each,
 * whose row count decides; nothing needs more than READ COMMITTED. They go past the entities that the host has loaded:
 * within a joined transaction {@code refresh} such an entity to see them. {@link #read} runs its statements without a
 * transaction where the pool's connections commit by themselves, as most do, and in one where they do not.
 *
 * <p>A thread never holds two connections. While the transaction it is in holds one, {@link #join} and {@link #read}
 * work on that, and {@link #alone}, which has to be committed by itself, is refused. A transaction that has not used
 * its connection yet (Hibernate's {@code hibernate.connection.provider_disables_autocommit}) holds none.
 *
 * <p>Work in a transaction of its own runs again, up to six times in all, when the database reports a deadlock or a
 * serialization failure; joined work never does, as it cannot repeat what the host did before. Joined work that fails
 * is taken back to a savepoint and the host may go on; where that cannot be, the host's transaction is marked for
 * rollback.
 *
 * <p>Failures are told without the text of the database, which may quote the row: {@code KeyTakenException}, {@code
 * StoreUnavailableException}, {@link DatabaseRefusedException}. Safe for use by many threads.
 */
public final class JpaAuthStore implements AuthStore, AdminListSource, SetupCheck {

    private final EntityManagerFactory emf;
    private final HostModel host;
    private final Tables tables;
    private final Transactions transactions;
    private final ConnectionCheck connection;

    JpaAuthStore(EntityManagerFactory emf, Tables tables, TransactionRunner runner) {
        this.emf = emf;
        this.host = tables.host();
        this.tables = tables;
        this.transactions = new Transactions(emf, runner, tables, rows -> new JpaImportTx(rows, tables));
        this.connection = new ConnectionCheck(emf);
    }

    /**
     * {@return the store on the entities of this persistence unit that extend the library's superclasses}
     *
     * @param emf of the host's persistence unit; stays the host's to close
     * @throws HostModelException when they are missing, ambiguous or unfit, with all problems at once
     */
    public static JpaAuthStore of(EntityManagerFactory emf) {
        return builder(emf).build();
    }

    /**
     * For a host that names entities or tables, or that has transactions to join.
     *
     * @param emf of the host's persistence unit; stays the host's to close
     * @return a builder that takes every entity that it can find out
     */
    public static JpaAuthStoreBuilder builder(EntityManagerFactory emf) {
        return new JpaAuthStoreBuilder(emf);
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return transactions.join(work);
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return transactions.alone(work);
    }

    @Override
    public <R extends @Nullable Object> R single(Work<R> work) {
        return transactions.single(work);
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return transactions.reads(work);
    }

    @Override
    public boolean holdsConnection() {
        return transactions.holdsConnection();
    }

    /** Missing tables: of the host's entities, of waiting messages and of counters. */
    @Override
    public List<String> setupProblems() {
        List<String> needed = new ArrayList<>(HostTables.of(emf, host));
        needed.add(tables.outbox());
        needed.add(tables.throttle());
        List<String> problems = MissingTables.among(emf, needed);
        if (problems.isEmpty()) {
            transactions.readKeys();
            problems = connection.problems();
        }
        return problems;
    }

    /**
     * {@return the time by the database's clock} Where it is far from that of the process, codes and waiting messages
     * end too early or too late.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database does not answer
     */
    public Instant databaseTime() {
        return transactions.<Instant>reads(tx -> DatabaseClock.read(transactionUnderWay()));
    }

    @Override
    public boolean isMapped(Class<?> entity) {
        return emf.getMetamodel().getEntities().stream()
                .anyMatch(mapped -> entity.isAssignableFrom(mapped.getJavaType()));
    }

    @Override
    public Optional<UserId> userId(String text) {
        return KeyText.read(text, host.user().idType()).map(UserId::new);
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return KeyText.read(text, host.profile().idType()).map(ProfileId::new);
    }

    @Override
    public List<String> hostColumnProblems(List<HostColumn> columns) {
        return HostColumnCheck.problems(emf, host, columns);
    }

    /**
     * {@return the transaction that the calling thread is in, for an {@link dev.lockstile.auth.hook.AuthHook}: what it
     * reads and persists through it is of one piece with what the flow does} Neither to be committed nor kept; what it
     * has to see of the host's own work in the same transaction it flushes.
     *
     * @throws IllegalStateException outside of a hook
     */
    public EntityManager transactionUnderWay() {
        EntityManager current = transactions.underWay();
        if (current == null) {
            throw new IllegalStateException("no transaction is under way: to be called from within a hook");
        }
        return current;
    }

    /**
     * {@return the host's own user, loaded and managed in the transaction that the calling thread is in: for a hook, or
     * for the work of a registration, to set columns of the host's own} What the library keeps in that row is not
     * written back.
     *
     * @param <U> the host's user entity
     * @param type its class
     * @param user whom the flow is about
     * @throws IllegalStateException outside of a hook and of such work, and when no row has that key
     * @throws IllegalArgumentException when the type is not the host's user entity or the key not of its type
     */
    public <U extends AbstractUser> U managed(Class<U> type, UserId user) {
        U found = transactionUnderWay().find(type, user.key());
        if (found == null) {
            throw new IllegalStateException("no user of that key");
        }
        return found;
    }

    /**
     * {@return the listener that writes events into the host's table; empty when no entity extends {@link
     * AbstractAuthEvent}}
     */
    public Optional<AuthListener> eventLog() {
        return Optional.ofNullable(host.authEvent()).map(entity -> new JpaEventLog(new EventRows(emf, entity)));
    }

    /** {@return lists of what the tables hold, by the library's own rules for identifiers} */
    public AdminLists adminLists() {
        return adminLists(IdentifierRules.standard());
    }

    /**
     * {@return the same for a host with rules of its own}
     *
     * @param rules as given to {@code AuthBuilder.identifiers}: a proof is shown only while its key fits the value
     */
    @Override
    public AdminLists adminLists(IdentifierRules rules) {
        return new HqlAdminLists(host, rules, reading(), emf);
    }

    HqlAdminLists.Reading reading() {
        return new StoreReading(transactions);
    }

    EntityType<?> entityType(Class<?> entity) {
        return emf.getMetamodel().entity(entity);
    }

    /**
     * {@return the audit trail in the table {@code auth_audit}, for {@code AuthBuilder.audit}}
     *
     * @param keys one or more, as {@link SymmetricKeys} reads them, such as {@code AuthKeys.auditKey(own)}; they must
     *     not lie in the database
     */
    public JpaAuditTrail auditTrail(Secret keys) {
        return auditTrail(keys, "auth_audit");
    }

    /**
     * {@return the same in a table of another name}
     *
     * @param keys as for {@link #auditTrail(Secret)}
     * @param table the name; may carry its schema
     */
    public JpaAuditTrail auditTrail(Secret keys, String table) {
        return new JpaAuditTrail(
                new AuditChain(emf, table, SymmetricKeys.of(keys)),
                () -> MissingTables.among(
                        emf, List.of(TableNames.qualified(emf, table), TableNames.qualified(emf, table + "_head"))));
    }
}

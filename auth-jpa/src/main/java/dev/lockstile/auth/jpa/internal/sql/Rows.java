package dev.lockstile.auth.jpa.internal.sql;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.model.AbstractTimestamped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.Transaction;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one open transaction. Reads are projections, so that no entity is loaded, no association of the host is
 * followed and nothing is checked for changes at the end.
 *
 * @param plain the statements that run without Hibernate
 * @param own false for a session of the host, which may hold changes that are not written yet
 */
public record Rows(Session session, PlainSql plain, boolean own, boolean readOnly) {

    private static final int BATCH = 500;

    /** A query whose rows are arrays of attributes. */
    public SelectionQuery<Object[]> select(String hql) {
        return session.createSelectionQuery(hql, Object[].class);
    }

    /** The same for a long text, which is made once and kept by its name. */
    public SelectionQuery<Object[]> select(String name, Supplier<String> hql) {
        return select(plain.text(name, hql));
    }

    /** A conditional update of one table. */
    public ConditionalUpdate update(HostEntity<?> entity) {
        return new ConditionalUpdate(this, entity);
    }

    /**
     * How rows of that entity are updated without Hibernate. A session of the host may hold entities that have to be
     * written before an update runs, and caches, so there Hibernate does it.
     */
    public Optional<PlainUpdate> plainUpdate(Class<?> type) {
        return own ? plain.update(internal(), type) : Optional.empty();
    }

    /** An update or delete of whatever shape. */
    public MutationQuery update(String hql) {
        requireWriting();
        return session.createMutationQuery(hql);
    }

    /** The row of that key as the target of an association, without reading it. */
    public <E> E reference(HostEntity<E> entity, Object key) {
        return session.getReference(entity.type(), key);
    }

    /** Adds a row at once, so that a taken key is reported here, and forgets it: later updates bypass the session. */
    public Object insert(AbstractTimestamped row) {
        requireWriting();
        PlainInsert insert = own ? plainInsert(List.of(row)) : null;
        if (insert != null) {
            session.flush(); // a hook of the host may have left something in it
            Object made = new BulkInsert(this, insert).insert(List.of(row)).get(0);
            session.clear();
            return made;
        }
        session.persist(row);
        session.flush();
        Object key = session.getIdentifier(row);
        if (own) {
            session.clear();
        } else {
            session.detach(row);
        }
        return key;
    }

    /** Runs plain SQL on the connection of this transaction. */
    public <R> R sql(String sql, SqlWork<R> work) {
        requireWriting();
        return query(sql, work);
    }

    /** The same for SQL that only reads. */
    public <R> R query(String sql, SqlWork<R> work) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.run(statement);
            } catch (SQLException e) {
                throw internal().getJdbcServices().getSqlExceptionHelper().convert(e, "a statement failed", sql);
            }
        });
    }

    /** The one column of a query. */
    public List<String> texts(BoundSql select) {
        return query(select.text(), statement -> {
            List<String> found = new ArrayList<>();
            try (ResultSet all = select.bind(statement).executeQuery()) {
                while (all.next()) {
                    found.add(all.getString(1));
                }
            }
            return found;
        });
    }

    /** Adds rows at once, in the order given, with as few statements as the driver makes of them; tells their keys. */
    public List<Object> insertAll(List<? extends AbstractTimestamped> added) {
        requireWriting();
        if (added.isEmpty()) {
            return List.of();
        }
        PlainInsert insert = own ? plainInsert(added) : null;
        if (insert != null) {
            session.flush();
            List<Object> keys = new BulkInsert(this, insert).insert(added);
            session.clear();
            return keys;
        }
        Integer before = session.getJdbcBatchSize();
        session.setJdbcBatchSize(BATCH);
        added.forEach(session::persist);
        session.flush();
        session.setJdbcBatchSize(before);
        List<Object> keys = new ArrayList<>(added.size());
        added.forEach(row -> keys.add(session.getIdentifier(row)));
        if (own) {
            session.clear();
        } else {
            added.forEach(session::detach);
        }
        return keys;
    }

    /**
     * Hibernate runs no update without a transaction, so where none is under way there is one for it alone. Where its
     * begin leaves the automatic commit to the pool, the connection may still commit by itself, and refuse the commit.
     */
    int inTransaction(IntSupplier update) {
        if (internal().isTransactionInProgress()) {
            return update.getAsInt();
        }
        Transaction alone = session.beginTransaction();
        try {
            session.doWork(Rows::waitForCommit);
            int changed = update.getAsInt();
            alone.commit();
            return changed;
        } finally {
            if (alone.isActive()) {
                alone.rollback();
            }
        }
    }

    private static void waitForCommit(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
    }

    private @Nullable PlainInsert plainInsert(List<? extends AbstractTimestamped> added) {
        return plain.insert(internal(), added.get(0).getClass())
                .filter(insert -> added.stream().allMatch(insert::holds))
                .orElse(null);
    }

    private SharedSessionContractImplementor internal() {
        return session.unwrap(SharedSessionContractImplementor.class);
    }

    /** An instant at the precision that the databases keep, so that what was written compares equal to what is read. */
    public static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    public void requireWriting() {
        if (readOnly) {
            throw new IllegalStateException("this transaction only reads");
        }
    }

    /** Work on a prepared statement. */
    @FunctionalInterface
    public interface SqlWork<R> {
        R run(PreparedStatement statement) throws SQLException;
    }
}

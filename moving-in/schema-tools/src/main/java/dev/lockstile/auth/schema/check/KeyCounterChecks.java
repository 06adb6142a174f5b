package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.shape.GeneratorRow;
import dev.lockstile.auth.schema.internal.shape.MappedKey;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What makes the keys of the entities' tables against the keys that are there. A restored dump, a logical replica or a
 * copy may have the rows and not the counter: every insert fails then, at a key that another row has.
 */
final class KeyCounterChecks {

    private final Connection connection;
    private final Shape there;

    private KeyCounterChecks(Connection connection, Shape there) {
        this.connection = connection;
        this.there = there;
    }

    static List<Finding> of(DataSource database, EntityModel entities) {
        try (Connection connection = database.getConnection()) {
            return of(connection, DatabaseShapes.read(connection).comparedBy(connection), entities);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The same of tables that were read by this connection. */
    static List<Finding> of(Connection connection, Shape there, EntityModel entities) {
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            return new KeyCounterChecks(connection, there)
                    .findings(entities.mapped().keys(product));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static SchemaException unreadable(SQLException cause) {
        return new SchemaException("the keys and what makes them cannot be read", cause);
    }

    private List<Finding> findings(List<MappedKey> keys) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        List<Counted> counted = new ArrayList<>();
        for (MappedKey key : keys) {
            if (!isThere(key)) {
                continue; // another check tells that the table or the column is missing
            }
            Optional<KeyCounter> counter = KeyCounter.of(connection, key);
            if (counter.isPresent()) {
                counted.add(new Counted(key, counter.get(), highest(key)));
            } else {
                findings.add(uncounted(key));
            }
        }
        counted.stream()
                .filter(Counted::isBehind)
                .forEach(one -> findings.add(behind(one, wanted(counted, one.counter()))));
        return findings;
    }

    private boolean isThere(MappedKey key) {
        GeneratorRow row = key.source().row();
        return isThere(key.table(), key.column()) && (row == null || isThere(row.table(), row.value()));
    }

    private boolean isThere(String table, String column) {
        return Optional.ofNullable(there.tables().get(table))
                .flatMap(found -> found.column(column))
                .isPresent();
    }

    private @Nullable Long highest(MappedKey key) throws SQLException {
        String select = "select max(" + KeyCounter.quoted(connection, key.column()) + ") from "
                + KeyCounter.quoted(connection, key.table());
        return KeyCounter.row(
                        connection, select, row -> row.getObject(1) instanceof Number max ? max.longValue() : null)
                .orElse(null);
    }

    /** Of all tables that share a counter, so that mending one of them does not set another back. */
    private static long wanted(List<Counted> all, KeyCounter counter) {
        return all.stream()
                .filter(one -> one.counter().name().equals(counter.name()))
                .mapToLong(Counted::free)
                .max()
                .orElse(1);
    }

    private static Finding behind(Counted one, long wanted) {
        return new Finding(
                "HM-14",
                one.where(),
                "the largest key is " + one.highest() + " and " + one.counter().name() + " makes " + one.next()
                        + " next: an insert fails at a key that another row has",
                one.counter().mendedTo(wanted));
    }

    private Finding uncounted(MappedKey key) throws SQLException {
        String where = key.table() + "." + key.column();
        GeneratorRow row = key.source().row();
        if (row != null) {
            return new Finding(
                    "HM-15",
                    where,
                    "the entity takes keys from the table " + row.table() + ", which has no row: every insert fails",
                    GeneratorRows.added(connection, row, free(key, highest(key))));
        }
        if (key.sequence() == null) {
            return new Finding(
                    "HM-15",
                    where,
                    "the entity leaves the key to the column, which makes none: every insert fails",
                    "let the column number itself again, from above its largest key");
        }
        return new Finding(
                "HM-15",
                where,
                "the entity takes keys from the sequence " + key.sequence()
                        + ", which is not there: every insert fails",
                "migrate, or create the sequence, from above the largest key");
    }

    /** The lowest value of a counter from which on no key is made twice. */
    private static long free(MappedKey key, @Nullable Long highest) {
        return highest == null ? 1 : key.source().blocks().above(highest);
    }

    private record Counted(
            MappedKey key, KeyCounter counter, @Nullable Long highest) {

        String where() {
            return key.table() + "." + key.column();
        }

        /** The lowest key that may be made next; null where it is not known. */
        @Nullable
        Long next() {
            return Optional.ofNullable(counter.next())
                    .flatMap(key.source().blocks()::lowest)
                    .orElse(null);
        }

        boolean isBehind() {
            Long next = next();
            return highest != null && next != null && next <= highest;
        }

        long free() {
            return KeyCounterChecks.free(key, highest);
        }
    }
}

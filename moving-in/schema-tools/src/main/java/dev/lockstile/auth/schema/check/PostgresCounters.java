package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.MappedKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Sequences of PostgreSQL: those that the mapping names, of identity columns, and of defaults. */
final class PostgresCounters {

    /** The sequence of the column's default before the one that belongs to the column. */
    private static final String OF_COLUMN =
            "select coalesce((select d.refobjid::regclass::text from pg_attribute a join pg_attrdef f on f.adrelid ="
                    + " a.attrelid and f.adnum = a.attnum join pg_depend d on d.classid = 'pg_attrdef'::regclass and"
                    + " d.objid = f.oid and d.refclassid = 'pg_class'::regclass join pg_class s on s.oid = d.refobjid and"
                    + " s.relkind = 'S' where a.attrelid = to_regclass(?) and a.attname = ? limit 1),"
                    + " pg_get_serial_sequence(?, ?))";

    private static final String NAMED = "select to_regclass(?)::text";
    private static final String MAY_READ = "select has_sequence_privilege(?, 'SELECT')";

    private PostgresCounters() {}

    static Optional<KeyCounter> of(Connection connection, MappedKey key) throws SQLException {
        String sequence = key.sequence();
        String table = Identifiers.sql(key.table());
        Optional<String> name = sequence == null
                ? KeyCounter.row(
                        connection, OF_COLUMN, row -> row.getString(1), table, key.column(), table, key.column())
                : KeyCounter.row(connection, NAMED, row -> row.getString(1), Identifiers.sql(sequence));
        return name.isEmpty() ? Optional.empty() : Optional.of(counter(connection, name.get()));
    }

    private static KeyCounter counter(Connection connection, String name) throws SQLException {
        String mend = "select setval('" + name.replace("'", "''") + "', ?, false)";
        boolean readable = KeyCounter.row(connection, MAY_READ, row -> row.getBoolean(1), name)
                .orElse(false);
        if (!readable) {
            return new KeyCounter(name, null, mend);
        }
        String drawn = "select case when s.is_called then s.last_value + p.seqincrement else s.last_value end from "
                + name + " s, pg_sequence p where p.seqrelid = to_regclass(?) and p.seqincrement > 0";
        Long next = KeyCounter.row(connection, drawn, row -> KeyCounter.number(row, 1), name)
                .orElse(null);
        return new KeyCounter(name, next, mend);
    }
}

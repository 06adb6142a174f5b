package dev.lockstile.auth.schema.internal.catalogue;

import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the sequences that stand on their own, those of numbered columns left out. */
final class Sequences {

    private static final String H2 = "select sequence_name, start_value, increment from information_schema.sequences"
            + " where sequence_schema = current_schema and sequence_name not like 'SYSTEM\\_SEQUENCE\\_%'";
    private static final String POSTGRES =
            "select c.relname, s.seqstart, s.seqincrement from pg_class c join pg_sequence s on s.seqrelid = c.oid"
                    + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and not exists"
                    + " (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and"
                    + " d.deptype in ('a', 'i'))";
    private static final String MARIADB =
            "select table_name from information_schema.tables where table_schema = database() and table_type ="
                    + " 'SEQUENCE'";

    private Sequences() {}

    static SortedMap<String, SequenceShape> read(Connection connection) throws SQLException {
        SortedMap<String, SequenceShape> all = new TreeMap<>();
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals("H2") && !product.equals("PostgreSQL")) {
            for (String name : names(connection)) {
                all.put(DatabaseShapes.lower(name), ofMariaDb(connection, name));
            }
            return all;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(product.equals("H2") ? H2 : POSTGRES)) {
            while (found.next()) {
                String spelling = found.getString(1);
                String name = DatabaseShapes.lower(spelling);
                all.put(name, new SequenceShape(name, spelling, found.getLong(2), found.getLong(3)));
            }
        }
        return all;
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(MARIADB)) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    /** Each sequence of MariaDB is a table of one row. */
    private static SequenceShape ofMariaDb(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select start_value, increment from `" + name.replace("`", "``") + "`")) {
            found.next();
            return new SequenceShape(DatabaseShapes.lower(name), name, found.getLong(1), found.getLong(2));
        }
    }
}

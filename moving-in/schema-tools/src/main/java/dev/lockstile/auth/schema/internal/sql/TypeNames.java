package dev.lockstile.auth.schema.internal.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a database calls a type, in one spelling per type, so that {@code float(53)} and {@code double} are one. */
public final class TypeNames {

    private static final Set<Integer> WITH_LENGTH =
            Set.of(Types.VARCHAR, Types.CHAR, Types.NVARCHAR, Types.NCHAR, Types.VARBINARY, Types.BINARY);
    private static final Set<Integer> WITH_SCALE = Set.of(Types.NUMERIC, Types.DECIMAL);

    /** From this length on a text has none that matters: PostgreSQL says so for {@code text} and unbounded varchar. */
    private static final int UNBOUNDED = 10_485_761;

    /** PostgreSQL's: what is above it, or none at all, is no bound. */
    private static final int LARGEST_PRECISION = 1000;

    private final Connection connection;
    private final Map<String, String> known = new HashMap<>();

    /** The names that this connection's database uses. A temporary table is made and dropped to find one out. */
    public TypeNames(Connection connection) {
        this.connection = connection;
    }

    /** How the catalogue spells the type that a change file or an entity writes so. */
    public String canonical(String written) throws SQLException {
        String found = known.get(written);
        if (found == null) {
            found = ask(written);
            known.put(written, found);
        }
        return found;
    }

    private String ask(String written) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table lockstile_type_probe (probe " + written + ")");
            try (ResultSet column = connection
                    .getMetaData()
                    .getColumns(connection.getCatalog(), connection.getSchema(), probe(), "%")) {
                column.next();
                return of(column);
            } finally {
                statement.execute("drop table lockstile_type_probe");
            }
        }
    }

    private String probe() throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        return upper ? "LOCKSTILE_TYPE_PROBE" : "lockstile_type_probe";
    }

    /** Of a row of {@code DatabaseMetaData.getColumns}. */
    public static String of(ResultSet column) throws SQLException {
        String name = column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        int code = column.getInt("DATA_TYPE");
        int size = column.getInt("COLUMN_SIZE");
        if (name.startsWith("enum")) {
            return name;
        }
        if (name.equals("bit") && size > 1) {
            return "bit(" + size + ")"; // PostgreSQL's and MariaDB's strings of bits
        }
        if ((code == Types.BIT || code == Types.BOOLEAN) && (name.startsWith("tinyint") || name.equals("bit"))) {
            return "boolean"; // MariaDB has it as tinyint(1), Hibernate's dialect wants bit, and the driver reads both
        }
        if (WITH_LENGTH.contains(code)) {
            return size >= UNBOUNDED ? name : name + "(" + size + ")";
        }
        if (WITH_SCALE.contains(code)) {
            if (size < 1 || size > LARGEST_PRECISION) {
                return "numeric"; // PostgreSQL's without any bound
            }
            return "numeric(" + size + "," + column.getInt("DECIMAL_DIGITS") + ")";
        }
        return name;
    }
}

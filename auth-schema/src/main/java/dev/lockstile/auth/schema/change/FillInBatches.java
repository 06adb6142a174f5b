package dev.lockstile.auth.schema.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;
import liquibase.executor.ExecutorService;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Gives a column of rows that have none its value, a thousand rows at a time in the order of the key, each batch in a
 * transaction of its own: no lock is held for long, each row is read once, and a run that is killed goes on where it
 * ended. For change sets with {@code runInTransaction="false"}. Rows for which the value itself is null are left out.
 *
 * <p>Parameters: {@code table}, {@code column}, {@code key} (the columns of the primary key, separated by commas),
 * {@code value} (SQL over the row), and {@code where} (SQL, optional) for the rows that are meant, by default those
 * whose column is null. A {@code where} that still means the rows that have their value is refused. A name that has to
 * be quoted stands in double quotes on every database.
 */
public final class FillInBatches implements CustomTaskChange {

    private static final int BATCH = 1_000;
    private static final String MOVING = "select column_name from information_schema.columns where table_schema ="
            + " database() and table_name = ? and extra like '%on update%'";
    private static final Pattern TEXT_OR_NAME = Pattern.compile("'(?:[^']|'')*'|\"([^\"]+)\"");

    private String table = "";
    private String column = "";
    private String key = "";
    private String value = "";
    private @Nullable String where;

    /** For Liquibase. */
    public FillInBatches() {}

    /**
     * The parameter {@code table}.
     *
     * @param table its name, in double quotes where it has to be quoted
     */
    public void setTable(String table) {
        this.table = table;
    }

    /**
     * The parameter {@code column}.
     *
     * @param column that gets values
     */
    public void setColumn(String column) {
        this.column = column;
    }

    /**
     * The parameter {@code key}.
     *
     * @param key the columns of the primary key, separated by commas
     */
    public void setKey(String key) {
        this.key = key;
    }

    /**
     * The parameter {@code value}.
     *
     * @param value SQL over the row
     */
    public void setValue(String value) {
        this.value = value;
    }

    /**
     * The parameter {@code where}.
     *
     * @param where SQL over the row; null for the rows whose column is null
     */
    public void setWhere(@Nullable String where) {
        this.where = where;
    }

    /** Where statements are only printed there is nothing to loop over. */
    @Override
    public void execute(Database database) throws CustomChangeException {
        boolean writes = Scope.getCurrentScope()
                .getSingleton(ExecutorService.class)
                .getExecutor("jdbc", database)
                .updatesDatabase();
        if (!writes || !(database.getConnection() instanceof JdbcConnection jdbc)) {
            return;
        }
        try {
            Connection connection = jdbc.getUnderlyingConnection();
            String update = "update " + table + " set " + column + " = " + value + unmoved(connection);
            KeyRanges ranges = new KeyRanges(connection, table, key, rows(), BATCH);
            long filled = pass(ranges, update, jdbc, true);
            while (filled > 0) { // rows that came meanwhile, with a key behind the pass
                filled = pass(ranges, update, jdbc, false);
            }
            commit(jdbc);
        } catch (SQLException | DatabaseException e) {
            throw new CustomChangeException("cannot fill " + table + "." + column + ": " + e.getMessage(), e);
        }
    }

    /** From the lowest key to the highest; each batch begins behind the one before it. */
    private static long pass(KeyRanges ranges, String update, JdbcConnection jdbc, boolean first)
            throws SQLException, DatabaseException {
        long filled = 0;
        List<Object> last = null;
        do {
            List<KeyRanges.Range> next = ranges.behind(last);
            last = null;
            for (KeyRanges.Range range : next) {
                long written = ranges.update(update, range);
                if (first && filled == 0 && written > 0 && ranges.count(range) >= written) {
                    throw new SQLException("'where' still means the rows that have their value, so the passes over"
                            + " the table would not end; let it name the column");
                }
                commit(jdbc);
                filled += written;
                last = range.last();
            }
        } while (last != null);
        return filled;
    }

    /**
     * The rows that want a value and get one. H2 drops the brackets around a value of a subquery and then reads {@code
     * at time zone 'UTC' is not null} as a zone, so a function holds it together.
     */
    private String rows() {
        return "(" + (where == null ? column + " is null" : where) + ") and coalesce(" + value + ") is not null";
    }

    /** Columns that MariaDB and MySQL set to the time of any update keep their value. */
    private String unmoved(Connection connection) throws SQLException {
        StringBuilder kept = new StringBuilder();
        if (connection.getMetaData().getIdentifierQuoteString().equals("`")) {
            try (PreparedStatement columns = connection.prepareStatement(MOVING)) {
                columns.setString(1, table.replace("\"", ""));
                try (ResultSet found = columns.executeQuery()) {
                    while (found.next()) {
                        String name = '"' + found.getString(1) + '"';
                        kept.append(name.equals(column) ? "" : ", " + name + " = " + name);
                    }
                }
            }
        }
        return kept.toString();
    }

    /** Names stand in double quotes, which MariaDB reads as texts. */
    static String quoted(String sql, Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote.equals("\"")
                ? sql
                : TEXT_OR_NAME
                        .matcher(sql)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group(1) == null ? found.group() : quote + found.group(1) + quote));
    }

    private static void commit(JdbcConnection jdbc) throws SQLException, DatabaseException {
        Connection connection = jdbc.getUnderlyingConnection();
        if (!connection.getAutoCommit()) {
            jdbc.commit();
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "filled " + table + "." + column;
    }

    @Override
    public void setUp() throws SetupException {}

    @Override
    public void setFileOpener(ResourceAccessor files) {}

    @Override
    public ValidationErrors validate(Database database) {
        ValidationErrors errors = new ValidationErrors();
        errors.checkRequiredField("table", table);
        errors.checkRequiredField("column", column);
        errors.checkRequiredField("key", key);
        errors.checkRequiredField("value", value);
        return errors;
    }
}

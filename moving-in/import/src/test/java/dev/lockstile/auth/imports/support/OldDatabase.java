package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.test.TestPostgres;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database of another application, which a test fills by statements that H2 and PostgreSQL both know. */
public final class OldDatabase {

    private final DataSource database;
    private final String url;

    private OldDatabase(DataSource database, String url) {
        this.database = database;
        this.url = url;
    }

    public static OldDatabase onH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:old_" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        return new OldDatabase(database, database.getURL());
    }

    /** On H2 as it is by itself: names that are not quoted are in capitals. */
    public static OldDatabase onPlainH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:old_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new OldDatabase(database, database.getURL());
    }

    public static OldDatabase onPostgres() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        String url = TestPostgres.freshDatabase();
        database.setURL(url);
        return new OldDatabase(database, url);
    }

    public DataSource database() {
        return database;
    }

    public String url() {
        return url;
    }

    /** Runs the statements of a script, each of which ends its line with a semicolon. */
    public OldDatabase run(String script) {
        Sql.execute(
                database,
                Arrays.stream(script.split(";\\s*(\\n|$)"))
                        .filter(statement -> !statement.isBlank())
                        .map(statement -> url.startsWith("jdbc:h2")
                                ? statement.replace("timestamptz", "timestamp with time zone")
                                : statement.replaceAll("(?i)\\bx'([0-9a-f]+)'", "'\\\\x$1'"))
                        .toArray(String[]::new));
        return this;
    }

    /**
     * Has the database make keys beyond those that a script wrote, as it does where the application inserts its rows.
     */
    public OldDatabase withKeysAhead() {
        Sql.execute(
                database,
                Sql.rows(
                                database,
                                "select table_name as t, column_name as c from information_schema.columns"
                                        + " where is_identity = 'YES' and lower(table_schema) = 'public'")
                        .stream()
                        .map(key -> "alter table \"" + key.get("t") + "\" alter column \"" + key.get("c")
                                + "\" restart with 1000")
                        .toArray(String[]::new));
        return this;
    }

    public Source source() {
        return JdbcSource.open(new SourceAccess(url, null, null));
    }
}

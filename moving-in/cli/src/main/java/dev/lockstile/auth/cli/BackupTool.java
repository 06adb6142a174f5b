package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a kind of database is backed up with. */
interface BackupTool {

    /** How the file's name ends. */
    String suffix();

    /** Writes the copy into a file that is not there yet. */
    void dump(Path file) throws IOException, InterruptedException, SQLException;

    /** Restores the copy into a throw-away place and counts its rows, or tells why it could not. */
    Restored restore(Path file) throws IOException, InterruptedException, SQLException;

    /**
     * A copy that was restored.
     *
     * @param counts rows of each table; null where there is no place to restore into
     * @param note what was done, in a few words
     */
    record Restored(@Nullable Map<String, Long> counts, String note) {}

    /**
     * The tool for a database.
     *
     * @param tools where its programs are; null for the PATH
     */
    static BackupTool of(DataSource database, SourceAccess access, @Nullable Path tools) {
        String url = access.url();
        if (url.startsWith("jdbc:h2:")) {
            return new H2Backup(database);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresBackup(database, Server.of(access, 5432), tools);
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbBackup(database, Server.of(access, 3306), tools);
        }
        throw new IllegalArgumentException("backups are made of PostgreSQL, MariaDB and H2: use the own tool of this"
                + " database, and migrate without --backup");
    }

    /** The name of a database that is made to restore into. */
    static String throwAwayName() {
        return "lockstile_restore_"
                + Randomness.secure().text(9).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Runs one statement outside of a transaction. */
    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(sql);
        }
    }

    /** Rows of each table of the database. */
    static Map<String, Long> counts(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return counts(connection);
        }
    }

    /** Rows of each table of the connection's schema. */
    static Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        DatabaseMetaData data = connection.getMetaData();
        String quote = data.getIdentifierQuoteString();
        try (ResultSet tables = data.getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"});
                Statement statement = connection.createStatement()) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                try (ResultSet row = statement.executeQuery(
                        "select count(*) from " + quote + name.replace(quote, quote + quote) + quote)) {
                    row.next();
                    counts.put(name, row.getLong(1));
                }
            }
        }
        return counts;
    }

    /**
     * A database on a server.
     *
     * @param user empty where the tool is to find it
     */
    record Server(
            String host,
            int port,
            String database,
            String user,
            @Nullable Secret password) {

        /** From an address such as jdbc:postgresql://host:5432/name; one with more than one host is refused. */
        static Server of(SourceAccess access, int usual) {
            URI address = address(access.url());
            String path = address.getPath() == null ? "" : address.getPath().replaceFirst("^/", "");
            if (address.getHost() == null || path.isEmpty()) {
                throw new IllegalArgumentException(
                        "the address of the database names no single host and database: back up with the own tool of the"
                                + " database, and migrate without --backup");
            }
            String user = access.user() == null ? parameter(access.url(), "user") : access.user();
            String inAddress = parameter(access.url(), "password");
            Secret password = access.password() == null && inAddress != null ? Secret.of(inAddress) : access.password();
            return new Server(
                    address.getHost(),
                    address.getPort() < 0 ? usual : address.getPort(),
                    path,
                    user == null ? "" : user,
                    password);
        }

        /** A parameter of the address, as the drivers decode it. */
        private static @Nullable String parameter(String url, String name) {
            return Stream.of(url.replaceFirst("^[^?]*\\??", "").split("&"))
                    .filter(given -> given.startsWith(name + "="))
                    .map(given -> URLDecoder.decode(given.substring(name.length() + 1), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse(null);
        }

        private static URI address(String url) {
            try {
                return URI.create(url.replaceFirst("^jdbc:", "").replaceFirst("[?;].*", ""));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the address of the database cannot be read", e);
            }
        }

        @Override
        public String toString() {
            return "Server[" + host + ":" + port + "/" + database + "]";
        }
    }
}

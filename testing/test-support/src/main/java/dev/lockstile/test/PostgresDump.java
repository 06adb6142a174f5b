package dev.lockstile.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/** A plain dump of pg_dump, restored without psql: statements one by one, COPY blocks through the driver. */
public final class PostgresDump {

    private PostgresDump() {}

    /**
     * Restores into a database.
     *
     * @param resource on the class path, packed with gzip
     * @param url of an empty database, with user and password where they are needed
     */
    public static void restore(String resource, String url) {
        try (InputStream packed = Objects.requireNonNull(PostgresDump.class.getResourceAsStream(resource));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
                Connection connection = DriverManager.getConnection(url)) {
            run(lines, connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(BufferedReader lines, Connection connection) throws IOException, SQLException {
        StringBuilder pending = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("--") || line.startsWith("\\") || line.isBlank() && pending.isEmpty()) {
                continue;
            }
            pending.append(line).append('\n');
            if (line.endsWith(";")) {
                execute(pending.toString(), lines, connection);
                pending.setLength(0);
            }
        }
    }

    private static void execute(String sql, BufferedReader lines, Connection connection)
            throws IOException, SQLException {
        if (sql.startsWith("COPY ")) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql.substring(0, sql.lastIndexOf(';')), new StringReader(block(lines)));
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String block(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); !"\\.".equals(line); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }
}

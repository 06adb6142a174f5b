package dev.lockstile.auth.imports.support;

import dev.lockstile.test.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/** Restores a plain dump of pg_dump without psql: statements one by one, COPY blocks through the driver. */
public final class LegacyDump {

    private LegacyDump() {}

    /** Restores the jb-drf-auth project into a new database and tells its address. */
    public static String jbDrfAuth() {
        String url = TestPostgres.freshDatabase();
        restore("/legacy/jb_drf_auth.pg.sql.gz", url);
        return url;
    }

    /** Restores the FastAPI application's database. */
    public static String fastApiUsers() {
        String url = TestPostgres.freshDatabase();
        restore("/legacy/fastapi_users.pg.sql.gz", url);
        return url;
    }

    /** Restores the Django project's database. */
    public static String djangoOtp() {
        String url = TestPostgres.freshDatabase();
        restore("/legacy/django_otp.pg.sql.gz", url);
        return url;
    }

    /** Unpacks a file of the old systems into a folder. */
    public static Path unpacked(String resource, Path folder) {
        return unpackedAs(resource, folder.resolve(resource.replaceFirst("\\.gz$", "")));
    }

    /** Unpacks a file of the old systems under a name. */
    public static Path unpackedAs(String resource, Path file) {
        try (InputStream packed = new GZIPInputStream(
                Objects.requireNonNull(LegacyDump.class.getResourceAsStream("/legacy/" + resource)))) {
            Files.copy(packed, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file of the old systems as it is into a folder. */
    public static Path copied(String resource, Path folder) {
        Path file = folder.resolve(resource);
        try (InputStream in = Objects.requireNonNull(LegacyDump.class.getResourceAsStream("/legacy/" + resource))) {
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restore(String resource, String url) {
        try (InputStream packed = Objects.requireNonNull(LegacyDump.class.getResourceAsStream(resource));
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

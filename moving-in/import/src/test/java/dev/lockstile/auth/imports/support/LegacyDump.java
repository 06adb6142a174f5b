package dev.lockstile.auth.imports.support;

import dev.lockstile.test.PostgresDump;
import dev.lockstile.test.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The databases and files of the old systems. */
public final class LegacyDump {

    private LegacyDump() {}

    /** Restores the jb-drf-auth project into a new database and tells its address. */
    public static String jbDrfAuth() {
        String url = TestPostgres.freshDatabase();
        PostgresDump.restore("/legacy/jb_drf_auth.pg.sql.gz", url);
        return url;
    }

    /** Restores the FastAPI application's database. */
    public static String fastApiUsers() {
        String url = TestPostgres.freshDatabase();
        PostgresDump.restore("/legacy/fastapi_users.pg.sql.gz", url);
        return url;
    }

    /** Restores the Django project's database. */
    public static String djangoOtp() {
        String url = TestPostgres.freshDatabase();
        PostgresDump.restore("/legacy/django_otp.pg.sql.gz", url);
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
}

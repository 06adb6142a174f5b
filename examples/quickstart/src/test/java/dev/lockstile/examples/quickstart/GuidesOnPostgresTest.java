package dev.lockstile.examples.quickstart;

import dev.lockstile.test.InstalledPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On a server of the installed PostgreSQL, whose pg_dump makes the backups of the guides. */
final class GuidesOnPostgresTest extends GuidesContract {

    private static InstalledPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = InstalledPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Map<String, String> database(Path at) {
        return Map.of("QUICKSTART_DB_URL", server.freshDatabase(), "QUICKSTART_DB_USER", InstalledPostgres.USER);
    }

    @Override
    Stream<Guide> usual() {
        return Stream.of(Guide.JB, Guide.OTP_APP, Guide.FASTAPI, Guide.MONGO);
    }
}

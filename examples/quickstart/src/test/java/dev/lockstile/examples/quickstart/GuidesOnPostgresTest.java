package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.imports.support.Postgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

final class GuidesOnPostgresTest extends GuidesContract {

    @Override
    Map<String, String> database(Path at) {
        return Map.of("QUICKSTART_DB_URL", Postgres.freshDatabase());
    }

    @Override
    Stream<Guide> usual() {
        return Stream.of(Guide.IMPORTING, Guide.DJANGO, Guide.OTP_APP, Guide.CUT_OVER);
    }
}

package dev.lockstile.examples.quickstart;

import dev.lockstile.test.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

final class GuidesOnPostgresTest extends GuidesContract {

    @Override
    Map<String, String> database(Path at) {
        return Map.of("QUICKSTART_DB_URL", TestPostgres.freshDatabase());
    }

    @Override
    Stream<Guide> usual() {
        return Stream.of(Guide.IMPORTING, Guide.DJANGO, Guide.OTP_APP, Guide.CUT_OVER);
    }
}

package dev.lockstile.examples.quickstart;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

final class GuidesOnH2Test extends GuidesContract {

    @Override
    Map<String, String> database(Path at) {
        return Map.of("QUICKSTART_DB_URL", "jdbc:h2:file:" + at.resolve("new-home"));
    }

    @Override
    Stream<Guide> usual() {
        return Stream.of(Guide.README, Guide.IMPORTING, Guide.CONTENT, Guide.DJANGO, Guide.CUT_OVER);
    }
}

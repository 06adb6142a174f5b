package dev.lockstile.auth.imports.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Names of runs: the time to the microsecond, so that they sort, and a mark of what was imported. */
public final class RunId {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    public static String of(Instant startedAt, String source, String system) {
        byte[] name = (source + '|' + system).getBytes(StandardCharsets.UTF_8);
        return TIME.format(startedAt) + "-"
                + UUID.nameUUIDFromBytes(name).toString().substring(0, 8);
    }
}

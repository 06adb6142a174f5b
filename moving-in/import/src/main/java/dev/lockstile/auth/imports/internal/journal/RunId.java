package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The ids of runs: the time to the microsecond, so that they sort, and a digest of source and system. */
public final class RunId {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    public static String of(Instant startedAt, String source, String system) {
        byte[] name = (source + '|' + system).getBytes(StandardCharsets.UTF_8);
        return TIME.format(startedAt) + "-"
                + UUID.nameUUIDFromBytes(name).toString().substring(0, 8);
    }

    /** Returns the wanted id, with a number added when another run has it. */
    public static String free(AuthStore store, String wanted) {
        String name = wanted;
        for (int i = 2; isTaken(store, name); i++) {
            name = wanted + '-' + i;
        }
        return name;
    }

    private static boolean isTaken(AuthStore store, String runId) {
        return store.read(tx -> ImportTx.in(tx).runs().run(runId).isPresent());
    }
}

package dev.lockstile.auth.http.settings;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Ids of requests where neither the host nor the client has one. */
final class CorrelationIds {

    static final Supplier<String> RANDOM = CorrelationIds::next;

    private CorrelationIds() {}

    /** It only has to be rare: it opens nothing and proves nothing, so it needs no secure source. */
    private static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}

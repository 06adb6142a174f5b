package dev.lockstile.auth.http.settings;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of failures where the host has none of its own. */
final class CorrelationIds {

    private CorrelationIds() {}

    /** It only has to be rare: it opens nothing and proves nothing, so it needs no secure source. */
    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}

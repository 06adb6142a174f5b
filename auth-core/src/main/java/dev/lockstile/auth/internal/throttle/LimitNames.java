package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.throttle.RateLimit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of limits as observers learn them: a bucket names its limit by the first 20 characters, the rest is a digest. */
final class LimitNames {

    private static final Map<String, String> BY_BUCKET = byBucket();

    private LimitNames() {}

    /** One of a fixed set of names; null for a bucket of no limit, such as one that notes what was told. */
    static @Nullable String ofBucket(String bucket) {
        return BY_BUCKET.get(bucket.substring(0, Math.max(0, bucket.indexOf(':'))));
    }

    private static Map<String, String> byBucket() {
        Map<String, String> names = new HashMap<>();
        for (RateLimit limit : RateLimit.values()) {
            names.merge(
                    RateLimitPermits.shortName(limit.name()),
                    limit.name().toLowerCase(Locale.ROOT),
                    LimitNames::common);
        }
        return Map.copyOf(names);
    }

    /** The words that two names begin with. */
    private static String common(String one, String other) {
        int end = 0;
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
            if (isEnd(one, same) && isEnd(other, same)) {
                end = same;
            }
        }
        return one.substring(0, end);
    }

    private static boolean isEnd(String name, int at) {
        return at == name.length() || name.charAt(at) == '_';
    }
}

package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.store.RetentionCategory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many of each kind were removed, or would be; kinds that are kept for ever are not in it. */
public record CleanUpReport(Map<RetentionCategory, Long> removed) {

    public CleanUpReport {
        Map<RetentionCategory, Long> sorted = new EnumMap<>(RetentionCategory.class);
        sorted.putAll(removed);
        removed = Collections.unmodifiableMap(sorted);
    }

    /** Of one kind. */
    public long of(RetentionCategory what) {
        return removed.getOrDefault(what, 0L);
    }

    /** All together. */
    public long total() {
        return removed.values().stream().mapToLong(Long::longValue).sum();
    }
}

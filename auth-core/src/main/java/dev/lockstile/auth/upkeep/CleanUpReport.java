package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.store.RetentionCategory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of each kind were removed, or would be; kinds that are kept for ever are not in it.
 *
 * @param removed a count for each kind that was looked at
 */
public record CleanUpReport(Map<RetentionCategory, Long> removed) {

    /**
     * Copies the map.
     *
     * @param removed a count for each kind that was looked at
     */
    public CleanUpReport {
        Map<RetentionCategory, Long> sorted = new EnumMap<>(RetentionCategory.class);
        sorted.putAll(removed);
        removed = Collections.unmodifiableMap(sorted);
    }

    /**
     * {@return how many of one kind; 0 where none were looked at}
     *
     * @param what the kind
     */
    public long of(RetentionCategory what) {
        return removed.getOrDefault(what, 0L);
    }

    /** {@return how many of all kinds together} */
    public long total() {
        return removed.values().stream().mapToLong(Long::longValue).sum();
    }
}

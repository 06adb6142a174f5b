package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Maintenance of the tables, which the host runs by a timer. Safe while the application is in use and on several nodes
 * at once: every batch is a short transaction of its own, and rows that were removed or restored meanwhile are skipped.
 *
 * <p>All methods throw a {@link StoreUnavailableException} when the database cannot be reached; completed batches
 * remain.
 */
public interface Upkeep {

    /** Default number of rows of a batch. */
    int BATCH = 500;

    /** Maximum number of rows of a batch. */
    int LARGEST_BATCH = 5000;

    /** {@return statistics of all stored codes} Reads the whole table of codes. */
    CodeStatistics statistics();

    /**
     * {@return statistics of recent codes} Reads only these.
     *
     * @param back the period before now in which codes were created
     */
    CodeStatistics statistics(Duration back);

    /**
     * Removes rows whose retention period is over, in batches of {@link #BATCH}.
     *
     * @param retention the retention periods
     * @return how many rows of each category were removed
     */
    default CleanUpReport cleanUp(Retention retention) {
        return cleanUp(retention, BATCH);
    }

    /**
     * Removes rows whose retention period is over.
     *
     * @param retention the retention periods
     * @param batchSize rows of one transaction, 1 to {@link #LARGEST_BATCH}
     * @return how many rows of each category were removed
     * @throws IllegalArgumentException for another size
     */
    CleanUpReport cleanUp(Retention retention, int batchSize);

    /**
     * {@return how many rows {@link #cleanUp} would remove now} Reads only.
     *
     * @param retention the retention periods
     */
    CleanUpReport preview(Retention retention);

    /**
     * {@return the maintenance of a store, for programs that use nothing else of it}
     *
     * @param store the store
     * @param clock the time for the retention periods
     */
    static Upkeep of(AuthStore store, Clock clock) {
        return new StoreUpkeep(store, clock);
    }

    /**
     * The number of removed rows, or of rows to be removed, by category; without categories that are kept forever.
     *
     * @param removed a count for each examined category
     */
    record CleanUpReport(Map<RetentionCategory, Long> removed) {

        /**
         * Copies the map.
         *
         * @param removed a count for each examined category
         */
        public CleanUpReport {
            Map<RetentionCategory, Long> sorted = new EnumMap<>(RetentionCategory.class);
            sorted.putAll(removed);
            removed = Collections.unmodifiableMap(sorted);
        }

        /**
         * {@return the count of one category; 0 for one that was not examined}
         *
         * @param what the category
         */
        public long of(RetentionCategory what) {
            return removed.getOrDefault(what, 0L);
        }

        /** {@return the count of all categories together} */
        public long total() {
            return removed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Statistics of one-time codes and links by channel, without codes that the clean-up has removed.
     *
     * @param byChannel figures by channel; a channel without codes may be missing
     */
    record CodeStatistics(Map<Channel, CodeCounts> byChannel) {

        /**
         * Copies the map.
         *
         * @param byChannel figures by channel; a channel without codes may be missing
         */
        public CodeStatistics {
            byChannel = Map.copyOf(byChannel);
        }

        /** {@return the figures over all channels} */
        public CodeCounts all() {
            return byChannel.values().stream().reduce(CodeCounts.NONE, CodeCounts::plus);
        }

        /**
         * {@return the figures of one channel}
         *
         * @param channel e-mail or text message
         */
        public CodeCounts of(Channel channel) {
            return byChannel.getOrDefault(channel, CodeCounts.NONE);
        }
    }
}

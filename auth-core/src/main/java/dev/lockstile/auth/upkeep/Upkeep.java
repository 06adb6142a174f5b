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
 * What a host does for its tables now and then, by a timer. Safe beside live use and on several nodes at once: every
 * batch is a short transaction of its own, and rows removed or restored meanwhile are passed over.
 *
 * <p>A database that cannot be reached is {@link StoreUnavailableException}; batches that were done stay done.
 */
public interface Upkeep {

    /** Rows in a batch unless told otherwise. */
    int BATCH = 500;

    /** The largest batch. */
    int LARGEST_BATCH = 5000;

    /** {@return the figures of all codes that the store holds} Reads the whole table of codes, once. */
    CodeStatistics statistics();

    /**
     * {@return the figures of the codes of the last days or hours} Reads no others.
     *
     * @param back how far; codes made since then are counted
     */
    CodeStatistics statistics(Duration back);

    /**
     * Removes what the retention no longer keeps, in batches of {@link #BATCH}.
     *
     * @param retention how long each kind is kept
     * @return how many of each kind were removed
     */
    default CleanUpReport cleanUp(Retention retention) {
        return cleanUp(retention, BATCH);
    }

    /**
     * Removes what the retention no longer keeps.
     *
     * @param retention how long each kind is kept
     * @param batchSize rows of one transaction, 1 to {@link #LARGEST_BATCH}
     * @return how many of each kind were removed
     * @throws IllegalArgumentException for another size
     */
    CleanUpReport cleanUp(Retention retention, int batchSize);

    /**
     * {@return what {@link #cleanUp} would remove now} Counts, and changes nothing.
     *
     * @param retention how long each kind is kept
     */
    CleanUpReport preview(Retention retention);

    /**
     * {@return the upkeep of a store, for programs that do nothing else with it}
     *
     * @param store whose tables are cleaned
     * @param clock tells what is over
     */
    static Upkeep of(AuthStore store, Clock clock) {
        return new StoreUpkeep(store, clock);
    }

    /**
     * How many of each kind were removed, or would be; kinds that are kept for ever are not in it.
     *
     * @param removed a count for each kind that was looked at
     */
    record CleanUpReport(Map<RetentionCategory, Long> removed) {

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

    /**
     * One-time codes and links in figures, by the way they were sent. Codes that the clean-up removed are not in them.
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

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeCounts;
import java.time.Instant;
import java.util.Map;

/** Counting and removing in bulk, in a transaction. Where the host keeps no such table there is nothing. */
public interface UpkeepStore {

    /**
     * {@return the codes by channel, in one statement over one range of the index by time}
     *
     * @param since counts codes made from this instant on
     * @param today when the day began
     * @param now the time of the flow
     */
    Map<Channel, CodeCounts> codes(Instant since, Instant today, Instant now);

    /**
     * {@return how many rows there are to remove}
     *
     * @param what the kind
     * @param before dead since this instant or longer
     */
    long count(RetentionCategory what, Instant before);

    /**
     * Removes some, each only if it still is what it was when it was looked for: one conditional statement on at most so
     * many rows, so that nothing in use waits for long or is lost.
     *
     * @param what the kind
     * @param before dead since this instant or longer
     * @param max at most this many
     * @param now the time of the flow
     * @return how many were removed; less than asked for when no more are left or others were quicker
     */
    int remove(RetentionCategory what, Instant before, int max, Instant now);
}

package dev.lockstile.auth.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages on their way out, in a transaction. */
public interface OutboxStore {

    /** Adds a message; it leaves after the commit. */
    void add(OutboxMessage message);

    /**
     * Takes messages that are due and marks them as taken until the lease is over: no two callers get the same one. The
     * tries of what is returned count the present one.
     *
     * @param max at most this many
     */
    List<OutboxMessage> claim(int max, Duration lease, Instant now);

    /** Notes that a message needs no more work, and erases its sealed part. */
    void finish(String id, Instant now);

    /** Puts a message back for another try. */
    void retry(String id, Instant nextTryAt, @Nullable String error);
}

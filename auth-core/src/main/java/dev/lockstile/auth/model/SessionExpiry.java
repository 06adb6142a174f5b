package dev.lockstile.auth.model;

import dev.lockstile.auth.model.SessionState.Times;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The times that end a session. A session is live while none of them has come: the one definition, for code that has a
 * session at hand and for stores that ask their database (ASVS 7.3.1, 7.3.2). A live session is valid only while its
 * user may act as well.
 */
public enum SessionExpiry {

    /** When it was ended; a live session has no such time. */
    ENDED("endedAt", false, Times::endedAt),

    /** It was not used for too long. */
    IDLE("idleUntil", true, Times::idleUntil),

    /** It is too old, however much it is used. */
    ABSOLUTE("absoluteUntil", true, Times::absoluteUntil);

    private final String attribute;
    private final boolean deadline;
    private final Function<Times, @Nullable Instant> time;

    SessionExpiry(String attribute, boolean deadline, Function<Times, @Nullable Instant> time) {
        this.attribute = attribute;
        this.deadline = deadline;
        this.time = time;
    }

    /** {@return the attribute of {@link AbstractSession} that holds the time} */
    public String attribute() {
        return attribute;
    }

    /**
     * {@return true for a time that a live session has and that lies after now; false for one that a live session has
     * not}
     */
    public boolean isDeadline() {
        return deadline;
    }

    boolean hasCome(Times times, Instant now) {
        Instant at = time.apply(times);
        return deadline ? at == null || !now.isBefore(at) : at != null;
    }
}

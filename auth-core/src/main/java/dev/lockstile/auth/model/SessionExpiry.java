package dev.lockstile.auth.model;

import dev.lockstile.auth.model.SessionState.Times;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The times that end a session. A session is live until the first of them. This is the only definition of a live
 * session, for code that has read a session and for stores that query their database (ASVS 7.3.1, 7.3.2). The user of a
 * live session may still be disabled or deleted.
 */
public enum SessionExpiry {

    /** When the session was ended; null in a live session. */
    ENDED("endedAt", false, Times::endedAt),

    /** When the session expires unless its refresh token is used before. */
    IDLE("idleUntil", true, Times::idleUntil),

    /** When the session expires regardless of use. */
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

    /** {@return true when the time must lie in the future while a session is live; false when it must be null} */
    public boolean isDeadline() {
        return deadline;
    }

    boolean hasPassed(Times times, Instant now) {
        Instant at = time.apply(times);
        return deadline ? at == null || !now.isBefore(at) : at != null;
    }
}

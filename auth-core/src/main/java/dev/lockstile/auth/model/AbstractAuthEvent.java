package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A security event in the host's audit table. It holds no secret and no full e-mail address or phone number. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractAuthEvent extends AbstractTimestamped {

    @Column(name = "name", length = 60, nullable = false)
    private @Nullable String name;

    @Column(name = "happened_at", nullable = false)
    private @Nullable Instant happenedAt;

    @Column(name = "user_ref", length = 64)
    private @Nullable String userRef;

    @Column(name = "session_ref", length = 64)
    private @Nullable String sessionRef;

    @Column(name = "reason", length = 255)
    private @Nullable String reason;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractAuthEvent() {}

    /**
     * {@return the stable name of the event, in the OWASP logging vocabulary; null until {@link #record} fills the row}
     */
    public @Nullable String getName() {
        return name;
    }

    /** {@return when the event happened; null until {@link #record} fills the row} */
    public @Nullable Instant getHappenedAt() {
        return happenedAt;
    }

    /** {@return the key of the user as text; null when the event concerns no known user} */
    public @Nullable String getUserRef() {
        return userRef;
    }

    /** {@return the id of the session; null when the event concerns no session, or all sessions of a user} */
    public @Nullable String getSessionRef() {
        return sessionRef;
    }

    /** {@return the library's word for how or why the event happened; null for events that need none} */
    public @Nullable String getReason() {
        return reason;
    }

    /**
     * Fills a new row.
     *
     * @param facts the values of the row
     */
    public void record(EventFacts facts) {
        name = facts.name();
        happenedAt = facts.at();
        userRef = facts.userRef();
        sessionRef = facts.sessionRef();
        reason = facts.reason();
    }
}

package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an account, for the host's audit table. Holds no secret and no full identifier. */
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

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractAuthEvent() {}

    /** {@return the stable name, in the words of the OWASP logging vocabulary; null before the row is filled} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return when it happened; null before the row is filled} */
    public @Nullable Instant getHappenedAt() {
        return happenedAt;
    }

    /** {@return the key of the user as text; null when it is about no known user} */
    public @Nullable String getUserRef() {
        return userRef;
    }

    /** {@return the id of the session; null when it is about none, or about all of a user's} */
    public @Nullable String getSessionRef() {
        return sessionRef;
    }

    /** {@return how or why, in words of the library; null where the name says all} */
    public @Nullable String getReason() {
        return reason;
    }

    /**
     * Fills a new row.
     *
     * @param facts what the row holds from then on
     */
    public void record(EventFacts facts) {
        name = facts.name();
        happenedAt = facts.at();
        userRef = facts.userRef();
        sessionRef = facts.sessionRef();
        reason = facts.reason();
    }
}

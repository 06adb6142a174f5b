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

    @Column(name = "reason", length = 60)
    private @Nullable String reason;

    public @Nullable String getName() {
        return name;
    }

    public @Nullable Instant getHappenedAt() {
        return happenedAt;
    }

    public @Nullable String getUserRef() {
        return userRef;
    }

    public @Nullable String getSessionRef() {
        return sessionRef;
    }

    public @Nullable String getReason() {
        return reason;
    }

    /** Fills a new row. */
    public void record(EventFacts facts) {
        name = facts.name();
        happenedAt = facts.at();
        userRef = facts.userRef();
        sessionRef = facts.sessionRef();
        reason = facts.reason();
    }
}

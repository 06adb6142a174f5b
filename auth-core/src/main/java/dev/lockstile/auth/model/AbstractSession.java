package dev.lockstile.auth.model;

import dev.lockstile.auth.model.SessionState.EndReason;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a signed-in client: a family of refresh tokens, of which the one of the current generation is valid (RFC
 * 9700 4.14.2). The row holds a SHA-256 digest of that token, which does not authenticate.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractSession<U extends AbstractUser> extends AbstractTimestamped {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private U user;

    @Column(name = "session_id", length = 64, nullable = false, unique = true)
    private @Nullable String sessionId;

    @Column(name = "profile_ref", length = 64, nullable = false)
    private @Nullable String profileRef;

    @Enumerated(EnumType.STRING)
    @Column(name = "client", length = 10, nullable = false)
    private @Nullable ClientKind client;

    @Column(name = "device_ref", length = 64)
    private @Nullable String deviceRef;

    @Column(name = "device_label", length = 250)
    private @Nullable String deviceLabel;

    @Column(name = "remote_address", length = 64)
    private @Nullable String remoteAddress;

    @Column(name = "token_digest", length = 64, nullable = false)
    private @Nullable String tokenDigest;

    @Column(name = "generation", nullable = false)
    private int generation;

    @Column(name = "auth_time", nullable = false)
    private @Nullable Instant authTime;

    @Column(name = "amr", length = 60)
    private @Nullable String amr;

    @Column(name = "acr", length = 10)
    private @Nullable String acr;

    @Column(name = "last_used_at", nullable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "idle_until", nullable = false)
    private @Nullable Instant idleUntil;

    @Column(name = "absolute_until", nullable = false)
    private @Nullable Instant absoluteUntil;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason", length = 20)
    private @Nullable EndReason endReason;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractSession() {}

    /** {@return the user who is signed in} */
    public U getUser() {
        return user;
    }

    /** {@return the public id of the session; null until {@link #start} fills the row} */
    public @Nullable String getSessionId() {
        return sessionId;
    }

    /** {@return the kind of client; null until {@link #start} fills the row} */
    public @Nullable ClientKind getClient() {
        return client;
    }

    /**
     * {@return the device or browser name that the client reported, for lists of sessions; null when it reported none}
     */
    public @Nullable String getDeviceLabel() {
        return deviceLabel;
    }

    /**
     * {@return when the session was opened or its refresh token was last exchanged; null until {@link #start} fills the
     * row}
     */
    public @Nullable Instant getLastUsedAt() {
        return lastUsedAt;
    }

    /** {@return when the user last authenticated in this session; null until {@link #start} fills the row} */
    public @Nullable Instant getAuthTime() {
        return authTime;
    }

    /**
     * {@return how the user authenticated; {@link AuthContext#UNKNOWN} for rows whose columns {@code amr} and
     * {@code acr} are null}
     */
    public AuthContext authContext() {
        return AuthContext.read(amr, acr);
    }

    /** {@return when the session was ended; null for a session that was not ended, even if it has expired} */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /** {@return why the session was ended; null for a session that was not ended, even if it has expired} */
    public @Nullable EndReason getEndReason() {
        return endReason;
    }

    /**
     * {@return true while the refresh token works, see {@link SessionExpiry}; false for a row that {@link #start} has
     * not filled}
     *
     * @param now the current time
     */
    public boolean isLive(Instant now) {
        return sessionId != null && times().isLive(now);
    }

    /**
     * Fills a new row.
     *
     * @param owner the host's user
     * @param state the values of the row, except {@code createdAt} and {@code endedAt}
     */
    public void start(U owner, SessionState state) {
        user = owner;
        sessionId = state.id().value();
        profileRef = state.profileRef();
        client = state.origin().client();
        deviceRef = state.origin().deviceRef();
        deviceLabel = state.origin().deviceLabel();
        remoteAddress = state.origin().remoteAddress();
        tokenDigest = state.token().digest();
        generation = state.token().generation();
        amr = state.context().methodText();
        acr = state.context().assurance().stored();
        SessionState.Times times = state.times();
        authTime = times.authTime();
        lastUsedAt = times.lastUsedAt();
        idleUntil = times.idleUntil();
        absoluteUntil = times.absoluteUntil();
    }

    /**
     * {@return the values of the row, for the store}
     *
     * @throws IllegalStateException when {@link #start} has not filled the row
     */
    public SessionState state() {
        return new SessionState(
                new SessionId(requireSet(sessionId)),
                requireSet(profileRef),
                new SessionState.Origin(requireSet(client), deviceRef, deviceLabel, remoteAddress),
                new SessionState.Token(generation, requireSet(tokenDigest)),
                times(),
                authContext());
    }

    private SessionState.Times times() {
        return new SessionState.Times(
                requireSet(getCreatedAt()),
                requireSet(authTime),
                requireSet(lastUsedAt),
                requireSet(idleUntil),
                requireSet(absoluteUntil),
                endedAt);
    }

    private static <T> T requireSet(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the session row has not been started");
        }
        return value;
    }
}

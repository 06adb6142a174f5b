package dev.lockstile.auth.store;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionOrigin;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in a transaction. */
public interface SessionStore {

    void insert(UserId user, SessionState session);

    /** The session, whatever its state, with its user and profiles, in one statement; empty when the user is deleted. */
    Optional<StoredSession> byId(SessionId id);

    /** The sessions of a user that are live now, newest first. */
    List<SessionState> live(UserId user, Instant now);

    /**
     * Puts the next token in the place of the one seen: one conditional update (generation, digest, not ended, in time).
     *
     * @return false when somebody else was first or the session is over
     */
    boolean rotate(SessionId id, Rotation rotation);

    /**
     * Moves the time of the person's last proof: one conditional update (not ended, in time).
     *
     * @return false when the session is over
     */
    boolean prove(SessionId id, Instant now);

    /**
     * Moves the time of the person's last proof and writes by what the person is authenticated now: one conditional update
     * (not ended, in time).
     *
     * @return false when the session is over
     */
    boolean prove(SessionId id, AuthContext context, Instant now);

    /**
     * Where the user signed in lately, newest first: live sessions and those that ended by logout or for
     * want of room, for any other end is a reason not to trust the place.
     */
    List<SessionOrigin> recentOrigins(UserId user, Instant since, int max);

    /**
     * True for a session of that user, used since then, that is live or ended as {@link #recentOrigins} allows: the device
     * that holds its trusted-device token is the owner's.
     */
    boolean isTrusted(UserId user, SessionId session, Instant since);

    /** Ends a session that has not ended. */
    boolean end(SessionId id, EndReason reason, Instant now);

    /**
     * Ends the sessions of a user, all or all but one. Those that ended before by logout or for want of room take this
     * reason too, so that their networks and devices are not trusted any more; the time at which they ended stays.
     *
     * @param reason none of those that leave the network and the device trusted
     * @return how many were ended now
     */
    int endAll(UserId user, EndReason reason, @Nullable SessionId except, Instant now);
}

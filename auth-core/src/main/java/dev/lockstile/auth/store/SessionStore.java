package dev.lockstile.auth.store;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, read and written in the transaction of an {@link AuthTx}. {@link dev.lockstile.auth.model.SessionExpiry}
 * defines which sessions are live.
 */
public interface SessionStore {

    /**
     * Adds a session.
     *
     * @param user the user of the session
     * @param session the values of the row
     */
    void insert(UserId user, SessionState session);

    /**
     * {@return the session in any state, with its user and the user's profiles; empty when it does not exist or the
     * user is deleted} Runs one statement.
     *
     * @param id public id of the session
     */
    Optional<StoredSession> byId(SessionId id);

    /**
     * {@return the sessions with these ids in any state and in no order, without ids that do not exist} Runs one
     * statement, or none for an empty collection.
     *
     * @param ids public ids of sessions of any users
     */
    List<OwnedSession> byIds(Collection<SessionId> ids);

    /**
     * {@return the live sessions of a user, newest first}
     *
     * @param user the user of the sessions
     * @param now the time at which the flow began
     */
    List<SessionState> live(UserId user, Instant now);

    /**
     * {@return the live sessions of a user without the newest ones, newest first} Sessions in which staff act for the
     * user are neither returned nor counted. Runs one statement.
     *
     * @param user the user of the sessions
     * @param kept number of the newest sessions to leave out, 0 or more
     * @param now the time at which the flow began
     */
    List<SessionId> beyond(UserId user, int kept, Instant now);

    /**
     * Replaces the refresh token of a live session if it still is the token that was read, with one conditional update.
     *
     * @param id public id of the session
     * @param rotation the token that was read, and the token that replaces it
     * @return false when the session is not live, or the token was replaced since it was read
     */
    boolean rotate(SessionId id, Rotation rotation);

    /**
     * Sets the time of the user's last authentication in a live session, with one conditional update.
     *
     * @param id public id of the session
     * @param now the time at which the flow began
     * @return false when the session is not live
     */
    boolean prove(SessionId id, Instant now);

    /**
     * Sets the time and the methods of the user's last authentication in a live session, with one conditional update.
     *
     * @param id public id of the session
     * @param context how the user is authenticated now
     * @param now the time at which the flow began
     * @return false when the session is not live
     */
    boolean prove(SessionId id, AuthContext context, Instant now);

    /**
     * {@return client, device and network address of the user's recent sessions, the last used first} Includes expired
     * sessions, and sessions ended as {@link EndReason#LOGOUT} or {@link EndReason#TOO_MANY}. Any other reason is one
     * to distrust the network and the device.
     *
     * @param user the user of the sessions
     * @param since counts sessions last used at or after this time
     * @param max maximum number of results
     */
    List<SessionState.Origin> recentOrigins(UserId user, Instant since, int max);

    /**
     * {@return true when the session belongs to the user, was last used at or after {@code since}, and has not ended
     * for a reason to distrust its device, as in {@link #recentOrigins}} A client with the trusted-device token of such
     * a session is a trusted device.
     *
     * @param user the user of the session
     * @param session id of the session in the trusted-device token
     * @param since earliest time of the last use
     */
    boolean isTrusted(UserId user, SessionId session, Instant since);

    /**
     * Ends a session that was not ended, even if it has expired.
     *
     * @param id public id of the session
     * @param reason why it ends
     * @param now the time at which the flow began
     * @return false when the session does not exist or was ended before
     */
    boolean end(SessionId id, EndReason reason, Instant now);

    /**
     * Ends all sessions of a user, or all but one. Sessions that ended before as {@link EndReason#LOGOUT} or
     * {@link EndReason#TOO_MANY} take the new reason, so that their networks and devices lose trust; their end time
     * stays.
     *
     * @param user the user of the sessions
     * @param reason why they end; neither {@code LOGOUT} nor {@code TOO_MANY}
     * @param except a session that does not change; null ends all
     * @param now the time at which the flow began
     * @return the number of sessions that this call ended
     */
    int endAll(UserId user, EndReason reason, @Nullable SessionId except, Instant now);

    /**
     * Ends sessions of any users that were not ended and whose idle expiry has not passed.
     *
     * @param reason why they end; neither {@code LOGOUT} nor {@code TOO_MANY}
     * @param max maximum number of sessions
     * @param now the time at which the flow began
     * @return the number of such sessions found; less than {@code max} when no others are left
     */
    int endSome(EndReason reason, int max, Instant now);

    /**
     * A session and its user, read with one statement.
     *
     * @param state the values of the row
     * @param user the user as stored
     */
    record StoredSession(SessionState state, StoredUser user) {}

    /**
     * A session and its user.
     *
     * @param user the user of the session, who may be deleted
     * @param state the values of the row
     */
    record OwnedSession(UserId user, SessionState state) {}

    /**
     * A replacement of a session's refresh token.
     *
     * @param seen the current token as it was read
     * @param next the token to store
     * @param profileRef key of the profile that the user has selected, as text
     * @param idleUntil the new idle expiry
     * @param now the time at which the flow began
     */
    record Rotation(
            SessionState.Token seen, SessionState.Token next, String profileRef, Instant idleUntil, Instant now) {}
}

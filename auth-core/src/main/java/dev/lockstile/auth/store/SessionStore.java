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

/** Sessions in a transaction. */
public interface SessionStore {

    /**
     * Adds a session.
     *
     * @param user whose sessions
     * @param session to be added
     */
    void insert(UserId user, SessionState session);

    /**
     * {@return the session, whatever its state, with its user and profiles, in one statement; empty when the user is
     * deleted or there is none}
     *
     * @param id public id of the session
     */
    Optional<StoredSession> byId(SessionId id);

    /**
     * {@return the sessions of these names, whatever their state, in no order, in one statement; without those that are
     * not there}
     *
     * @param ids public ids of sessions of any users; no query for an empty collection
     */
    List<OwnedSession> byIds(Collection<SessionId> ids);

    /**
     * {@return the sessions of a user that are live now, newest first}
     *
     * @param user whose sessions
     * @param now the time of the flow
     */
    List<SessionState> live(UserId user, Instant now);

    /**
     * {@return which of a user's live sessions lie past the newest ones, newest first, in one statement} Those in which
     * staff act for the user are not among them and not counted.
     *
     * @param user whose sessions
     * @param kept how many of the newest are left out, 0 or more
     * @param now the time of the flow
     */
    List<SessionId> beyond(UserId user, int kept, Instant now);

    /**
     * Puts the next token in the place of the one seen: one conditional update (generation, digest, not ended, in
     * time).
     *
     * @param id public id of the session
     * @param rotation the token seen, and what takes its place
     * @return false when another request was first or the session is over
     */
    boolean rotate(SessionId id, Rotation rotation);

    /**
     * Moves the time of the person's last proof: one conditional update (not ended, in time).
     *
     * @param id public id of the session
     * @param now the time of the flow
     * @return false when the session is over
     */
    boolean prove(SessionId id, Instant now);

    /**
     * Moves the time of the person's last proof and writes by what the person is authenticated now: one conditional
     * update (not ended, in time).
     *
     * @param id public id of the session
     * @param context by what the person is authenticated now
     * @param now the time of the flow
     * @return false when the session is over
     */
    boolean prove(SessionId id, AuthContext context, Instant now);

    /**
     * {@return where the user signed in lately, newest first} From live sessions and those that ended by logout or for
     * want of room, for any other end is a reason not to trust the place.
     *
     * @param user whose sessions
     * @param since counts sessions used from this instant on
     * @param max at most this many
     */
    List<SessionState.Origin> recentOrigins(UserId user, Instant since, int max);

    /**
     * {@return true for a session of that user, used since then, that is live or ended as {@link #recentOrigins}
     * allows} The device that holds its trusted-device token is the owner's.
     *
     * @param user whose sessions
     * @param session as the device's token names it
     * @param since counts a session used from this instant on
     */
    boolean isTrusted(UserId user, SessionId session, Instant since);

    /**
     * Ends a session that has not ended.
     *
     * @param id public id of the session
     * @param reason why it ends; kept in the row
     * @param now the time of the flow
     * @return false when it is not there or has ended
     */
    boolean end(SessionId id, EndReason reason, Instant now);

    /**
     * Ends the sessions of a user, all or all but one. Those that ended before by logout or for want of room take this
     * reason too, so that their networks and devices are not trusted any more; the time at which they ended stays.
     *
     * @param user whose sessions
     * @param reason none of those that leave the network and the device trusted
     * @param except stays as it is; null ends all
     * @param now the time of the flow
     * @return how many were ended now
     */
    int endAll(UserId user, EndReason reason, @Nullable SessionId except, Instant now);

    /**
     * Ends sessions of any users that have neither ended nor idled out, up to a number of them.
     *
     * @param reason none of those that leave the network and the device trusted
     * @param max at most this many
     * @param now the time of the flow
     * @return how many were found; fewer than {@code max} when no others are left
     */
    int endSome(EndReason reason, int max, Instant now);

    /**
     * A session with its user, as read in one statement.
     *
     * @param state the session's row as one value
     * @param user as it is now
     */
    record StoredSession(SessionState state, StoredUser user) {}

    /**
     * A session and whose it is.
     *
     * @param user owner of the session, who may be deleted
     * @param state the session's row as one value
     */
    record OwnedSession(UserId user, SessionState state) {}

    /**
     * A change of a session's token.
     *
     * @param seen the token that must still be the live one
     * @param next the token that takes its place
     * @param profileRef the profile in which the user acts from now on
     * @param idleUntil the new end of the idle time
     * @param now the time of the flow
     */
    record Rotation(
            SessionState.Token seen, SessionState.Token next, String profileRef, Instant idleUntil, Instant now) {}
}

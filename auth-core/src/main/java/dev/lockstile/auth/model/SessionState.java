package dev.lockstile.auth.model;

/**
 * A session as it stands in the store.
 *
 * @param profileRef textual key of the profile in which the user acts
 * @param context by what the owner was authenticated
 */
public record SessionState(
        SessionId id,
        String profileRef,
        SessionOrigin origin,
        SessionToken token,
        SessionTimes times,
        AuthContext context) {

    /** Of whose authentication nothing is known. */
    public SessionState(SessionId id, String profileRef, SessionOrigin origin, SessionToken token, SessionTimes times) {
        this(id, profileRef, origin, token, times, AuthContext.UNKNOWN);
    }
}

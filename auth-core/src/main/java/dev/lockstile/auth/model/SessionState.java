package dev.lockstile.auth.model;

/**
 * A session as it stands in the store.
 *
 * @param id the public name of the session
 * @param profileRef textual key of the profile in which the user acts
 * @param origin where it was opened
 * @param token the live refresh token
 * @param times when it was opened and when it ends
 * @param context by what the owner was authenticated
 */
public record SessionState(
        SessionId id,
        String profileRef,
        SessionOrigin origin,
        SessionToken token,
        SessionTimes times,
        AuthContext context) {

    /**
     * Of whose authentication nothing is known.
     *
     * @param id the public name of the session
     * @param profileRef textual key of the profile in which the user acts
     * @param origin where it was opened
     * @param token the live refresh token
     * @param times when it was opened and when it ends
     */
    public SessionState(SessionId id, String profileRef, SessionOrigin origin, SessionToken token, SessionTimes times) {
        this(id, profileRef, origin, token, times, AuthContext.UNKNOWN);
    }
}

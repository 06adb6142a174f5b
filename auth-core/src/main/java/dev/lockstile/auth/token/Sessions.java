package dev.lockstile.auth.token;

import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SessionId;
import java.util.List;
import java.util.Optional;

/** What a signed-in client does with its session. Each call is one or two short transactions of its own. */
public interface Sessions {

    /**
     * Reads an access token: signature, type, issuer, audience, times. No database is asked, so a session that ended
     * moments ago still passes here until the token's time is up; flows that change anything ask the store.
     *
     * @return empty for any token that is not exactly ours and valid now
     */
    Optional<Caller> authenticate(String accessToken);

    /** Exchanges a refresh token for a new pair. Reuse of an old one ends the session (RFC 9700 4.14.2). */
    RefreshResult refresh(Secret refreshToken);

    /** Ends the caller's session. */
    void logout(Caller caller);

    /** Ends all sessions of the caller's user. */
    void logoutAll(Caller caller);

    /** The caller's live sessions, newest first; empty when the caller's own session is over. */
    List<SessionView> list(Caller caller);

    /**
     * Ends one of the caller's sessions.
     *
     * @return false when it is not there, not live or not the caller's: no difference is told
     */
    boolean end(Caller caller, SessionId session);

    /** The public keys that verify now or soon will, as a JWK set (RFC 7517). */
    String publicKeys();
}

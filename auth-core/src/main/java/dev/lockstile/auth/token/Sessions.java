package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verification, refresh, listing and end of sessions. Each call uses one or two short transactions of its own. */
public interface Sessions {

    /**
     * Verifies an access token: signature, type, issuer, audience, times. The database is queried only with
     * {@link SessionSettings#withSessionCheck}. Without it the token of an ended session is accepted until it expires;
     * services that change data check the session in the store.
     *
     * @param accessToken the compact form, as received
     * @return the caller; empty unless this library issued the token and it is valid now
     */
    Optional<Caller> authenticate(String accessToken);

    /**
     * Exchanges a refresh token for a new pair. Reuse of an exchanged one ends the session (RFC 9700 4.14.2).
     *
     * @param refreshToken as received from the client
     * @return a new pair, or the refusal
     */
    default Outcome<TokenPair> refresh(Secret refreshToken) {
        return refresh(refreshToken, RefreshClient.UNNAMED);
    }

    /**
     * Exchanges a refresh token and compares the client with the one that opened the session; a different client ends
     * the session.
     *
     * @param refreshToken as received from the client
     * @param client what the client states about itself
     * @return a new pair, or the refusal
     */
    Outcome<TokenPair> refresh(Secret refreshToken, RefreshClient client);

    /**
     * Ends the caller's session.
     *
     * @param caller the authenticated caller
     */
    void logout(Caller caller);

    /**
     * Ends the session of a token, also of an expired one. An access token whose signing key was removed is not
     * recognised; the session's refresh token is.
     *
     * @param token an access token or a refresh token, as received from the client
     * @return false when this library did not issue the token
     */
    boolean logout(Secret token);

    /**
     * Ends all sessions of the caller's user.
     *
     * @param caller the authenticated caller
     */
    void logoutAll(Caller caller);

    /**
     * Ends all sessions of the caller's user but the caller's own.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return how many sessions were ended
     */
    int endOthers(Caller caller);

    /**
     * {@return the live sessions of the caller's user, newest first; empty when the caller's own session has ended}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    List<SessionView> list(Caller caller);

    /**
     * Ends one of the caller's sessions.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param session from {@link SessionView#id()}
     * @return false when it does not exist, is not live or is not the caller's
     */
    boolean end(Caller caller, SessionId session);

    /** {@return the public keys of current and future tokens, as a JWK set (RFC 7517)} */
    String publicKeys();

    /**
     * What a client states about itself when it refreshes. Each stated value has to equal that of the sign-in; null
     * values are not compared.
     *
     * @param kind browser or mobile; null when not stated
     * @param deviceToken the client's id for its device; null when not stated
     */
    record RefreshClient(
            @Nullable ClientKind kind, @Nullable String deviceToken) {

        /** A client that states nothing about itself. */
        public static final RefreshClient UNNAMED = new RefreshClient(null, null);

        @Override
        public String toString() {
            return "RefreshClient[" + kind + "]";
        }
    }

    /**
     * A session as shown to its owner.
     *
     * @param id the public id of the session
     * @param client the kind of client
     * @param deviceLabel the label given by the client; null for none
     * @param address the client's IP address without its last part; null where it was not known
     * @param createdAt when it was opened
     * @param lastUsedAt when its refresh token was last exchanged, or when it was opened
     * @param current true for the caller's session
     * @param ofActor true for a session in which staff act on behalf of the owner
     */
    record SessionView(
            SessionId id,
            ClientKind client,
            @Nullable String deviceLabel,
            @Nullable String address,
            Instant createdAt,
            Instant lastUsedAt,
            boolean current,
            boolean ofActor) {}
}

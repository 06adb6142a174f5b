package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a signed-in client does with its session. Each call is one or two short transactions of its own. */
public interface Sessions {

    /**
     * Reads an access token: signature, type, issuer, audience, times. The database is asked only where
     * {@link SessionSettings#withSessionCheck} says so; without it a session that ended moments ago still passes here
     * until the token's time is up, while flows that change anything ask the store.
     *
     * @param accessToken the compact form, as the request bore it
     * @return empty for any token that is not exactly ours and valid now
     */
    Optional<Caller> authenticate(String accessToken);

    /**
     * Exchanges a refresh token for a new pair. Reuse of an old one ends the session (RFC 9700 4.14.2).
     *
     * @param refreshToken as the client holds it
     * @return a new pair, or why there is none
     */
    default Outcome<TokenPair> refresh(Secret refreshToken) {
        return refresh(refreshToken, RefreshClient.UNNAMED);
    }

    /**
     * The same for a client that says who it is: a token in the hands of another client ends the session.
     *
     * @param refreshToken as the client holds it
     * @param client what has to be what the session was opened with
     * @return a new pair, or why there is none
     */
    Outcome<TokenPair> refresh(Secret refreshToken, RefreshClient client);

    /**
     * Ends the caller's session.
     *
     * @param caller whose session, as a verified access token says
     */
    void logout(Caller caller);

    /**
     * Ends the session that a token of ours names, whether or not the token's time is up. An access token that was
     * signed with a key that is gone no longer names one; its refresh token does.
     *
     * @param token an access token or a refresh token, as the client holds it
     * @return false for a token that is not exactly ours: it ends nothing
     */
    boolean logout(Secret token);

    /**
     * Ends all sessions of the caller's user.
     *
     * @param caller of whose user, as a verified access token says
     */
    void logoutAll(Caller caller);

    /**
     * Ends all sessions of the caller's user but the caller's own.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @return how many there were
     */
    int endOthers(Caller caller);

    /**
     * {@return the caller's live sessions, newest first; empty when the caller's own session is over}
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     */
    List<SessionView> list(Caller caller);

    /**
     * Ends one of the caller's sessions.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param session as {@link SessionView#id()} says
     * @return false when it is not there, not live or not the caller's: no difference is told
     */
    boolean end(Caller caller, SessionId session);

    /** {@return the public keys that verify now or soon will, as a JWK set (RFC 7517)} */
    String publicKeys();

    /**
     * What a client says of itself when it refreshes. What it says has to be what its session was opened with; what it
     * leaves out is not looked at.
     *
     * @param kind null when it does not say
     * @param deviceToken the client's own name for its device; null when it does not say
     */
    record RefreshClient(
            @Nullable ClientKind kind, @Nullable String deviceToken) {

        /** A client that says nothing of itself. */
        public static final RefreshClient UNNAMED = new RefreshClient(null, null);

        @Override
        public String toString() {
            return "RefreshClient[" + kind + "]";
        }
    }

    /**
     * A session as its owner sees it.
     *
     * @param id the public name of the session
     * @param client the kind of client
     * @param deviceLabel what the client said of itself; null for nothing
     * @param address coarse: the last part is left out
     * @param createdAt when it was opened
     * @param lastUsedAt when it was opened or its refresh token last exchanged
     * @param current true for the session that asks
     * @param ofActor true where staff act for the owner
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

package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.jose.AccessTokenClaims;
import dev.lockstile.auth.internal.jose.ActorClaim;
import dev.lockstile.auth.internal.token.AccessTokens;
import dev.lockstile.auth.internal.token.HostClaims;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the tokens that a client of a session holds. */
public final class SessionTokens {

    private final AccessTokens accessTokens;
    private final HostClaims hostClaims;

    SessionTokens(AccessTokens accessTokens, HostClaims hostClaims) {
        this.accessTokens = accessTokens;
        this.hostClaims = hostClaims;
    }

    /** The pair for a session that goes on. */
    public TokenPair pair(UserInfo user, ProfileInfo active, Access access) {
        return laterPair(user, active, access).get();
    }

    /** The same, signed when it is asked for: after the commit, since rows of the account are held until then. */
    Supplier<TokenPair> laterPair(UserInfo user, ProfileInfo active, Access access) {
        Grant grant = access.grant();
        AccessTokenClaims claims = claims(user, active, grant);
        return () -> new TokenPair(
                accessTokens.issue(claims, grant.now()), access.minted().token(), accessTokens.expiry(grant.now()));
    }

    /** An access token alone. */
    public Secret accessToken(UserInfo user, ProfileInfo active, Grant grant) {
        return accessTokens.issue(claims(user, active, grant), grant.now());
    }

    private AccessTokenClaims claims(UserInfo user, ProfileInfo active, Grant grant) {
        return new AccessTokenClaims(
                user.id().toString(),
                grant.session().value(),
                active.id().toString(),
                List.of(active.status().role()),
                user.status().rights(),
                grant.authTime(),
                grant.context(),
                hostClaims.of(user, active),
                grant.actor());
    }

    /** When an access token made now runs out. */
    public Instant accessExpiry(Instant now) {
        return accessTokens.expiry(now);
    }

    /** What an access token is made for. */
    public record Grant(
            SessionId session,
            Instant authTime,
            AuthContext context,
            @Nullable ActorClaim actor,
            Instant now) {

        /** For the owner of the account. */
        public Grant(SessionId session, Instant authTime, AuthContext context, Instant now) {
            this(session, authTime, context, null, now);
        }

        /** For a session that goes on: what was proven in it, when and by what. */
        public static Grant of(SessionState state, Instant now) {
            return new Grant(state.id(), state.times().authTime(), state.context(), now);
        }
    }

    /** What a pair of tokens is made for. */
    public record Access(Grant grant, RefreshTokens.Minted minted) {}
}

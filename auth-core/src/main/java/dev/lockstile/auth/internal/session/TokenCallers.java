package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.jose.AccessTokenClaims;
import dev.lockstile.auth.internal.jose.ActorClaim;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Credential;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The callers that access tokens speak of. Asks no database. */
final class TokenCallers {

    private final FlowContext context;
    private final boolean acting;

    /** @param acting whether staff act for accounts: else no token by which they did is good */
    TokenCallers(FlowContext context, boolean acting) {
        this.context = context;
        this.acting = acting;
    }

    /** Empty where the token has an id that no key of the store can be. */
    Optional<Caller> of(AccessTokenClaims claims) {
        return credential(claims)
                .flatMap(credential ->
                        context.store().userId(claims.user()).flatMap(user -> caller(claims, user, credential)));
    }

    /** Empty for an actor whom the host does not know, and where staff do not act for accounts. */
    private Optional<Credential> credential(AccessTokenClaims claims) {
        ActorClaim actor = claims.actor();
        if (actor == null) {
            return Optional.of(Credential.SESSION);
        }
        return !acting
                ? Optional.empty()
                : context.store()
                        .userId(actor.user())
                        .map(user -> new Credential.OfActor(user, new SessionId(actor.session())));
    }

    private Optional<Caller> caller(AccessTokenClaims claims, UserId user, Credential credential) {
        return context.store()
                .profileId(claims.profile())
                .map(profile -> new Caller(
                        user,
                        new SessionId(claims.session()),
                        profile,
                        roles(claims, Roles::withIncluded),
                        claims.rights(),
                        claims.authTime(),
                        claims.context(),
                        roles(claims, (roles, role) -> roles.permissions(role, claims.rights())),
                        credential));
    }

    /** What is declared now of the roles in a token. */
    private Set<String> roles(AccessTokenClaims claims, BiFunction<Roles, String, Set<String>> declared) {
        Roles roles = context.settings().roles();
        return claims.roles().stream()
                .flatMap(role -> declared.apply(roles, role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

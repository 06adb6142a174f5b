package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The host's own claims in access tokens, such as a tenant. Called for each new access token: at a sign-in (inside its
 * transaction), a refresh and a profile switch, on the calling thread and by many threads at once. Compute the claims
 * from the arguments or from memory; do not query. An exception fails the request. The bearer can read the token: add
 * no secret and no personal data.
 */
public interface CustomClaims {

    /**
     * {@return the names of all claims that {@link #claims} may add} Called once, when the library is built. A name has
     * 1 to 60 ASCII letters, digits, {@code _}, {@code -}, {@code .}, {@code :} and {@code /}. Registered names (IANA,
     * "JSON Web Token Claims") and those of the library are refused.
     */
    Set<String> names();

    /**
     * Returns the claims of a token. A name that is left out is not in the token.
     *
     * @param user the owner of the token
     * @param active the active profile
     * @return values that are {@code String}, {@code Boolean}, {@code Integer}, {@code Long} or lists of
     *     {@code String}, together at most 2,048 bytes as JSON; the call that issues the token fails with an
     *     {@link IllegalStateException} for anything else and for a name that {@link #names} does not have
     */
    Map<String, Object> claims(UserInfo user, ProfileInfo active);

    /**
     * {@return claims of these names, computed by a function}
     *
     * @param names for {@link #names()}
     * @param claims for {@link #claims}; called by many threads at once
     */
    static CustomClaims of(Set<String> names, BiFunction<UserInfo, ProfileInfo, Map<String, Object>> claims) {
        Set<String> told = Set.copyOf(names);
        return new CustomClaims() {
            @Override
            public Set<String> names() {
                return told;
            }

            @Override
            public Map<String, Object> claims(UserInfo user, ProfileInfo active) {
                return claims.apply(user, active);
            }
        };
    }
}

package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The host's own claims in access tokens, such as a tenant. Asked whenever an access token is made: at a sign-in inside
 * its transaction, at a refresh and a profile switch, by the threads of the flows and many at once. Look into nothing
 * but what is given or at hand; an exception ends the request. A token is readable by its bearer: put nothing
 * personal and nothing secret into it.
 */
public interface CustomClaims {

    /**
     * {@return the names of all claims this may add} Told once, when the library is built: 1 to 60 of ASCII letters,
     * digits, {@code _}, {@code -}, {@code .}, {@code :} and {@code /}. The registered names (IANA, "JSON Web Token
     * Claims") and those of the library are refused then.
     */
    Set<String> names();

    /**
     * The claims of a token. A name that is left out is not in the token.
     *
     * @param user whose token it is
     * @param active the profile in which the user acts
     * @return texts, {@code Boolean}, {@code Integer}, {@code Long} and lists of texts, all together at most 2,048
     *     bytes as JSON; anything else, and a name that was not told before, is an {@link IllegalStateException} of the
     *     flow
     */
    Map<String, Object> claims(UserInfo user, ProfileInfo active);

    /**
     * {@return claims of these names, computed by a function}
     *
     * @param names as {@link #names()} tells them
     * @param claims computes them as {@link #claims} does; called by many threads at once
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

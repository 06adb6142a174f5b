package dev.lockstile.auth.apikey;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settings of API keys, for {@code AuthBuilder.apiKeys}.
 *
 * @param prefix the start of each key, by which secret scanners find it: 2 to 20 lower-case letters, digits and
 *     single underscores, starting with a letter
 * @param scopes the scopes of keys where the host declares no roles; none begins with {@code right:} or
 *     {@code lockstile:}
 * @param perAccount maximum number of keys of an account, 1 to 1000
 * @param life the lifetimes of keys
 * @param overlap how long the replaced secret is accepted after a rotation, at most 30 days; zero for not at all
 */
public record ApiKeySettings(String prefix, Set<String> scopes, int perAccount, Life life, Duration overlap) {

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern SCOPE = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,59}");
    private static final int LONGEST_PREFIX = 20;
    private static final int MOST = 1000;
    private static final int MOST_SCOPES = 30;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /**
     * Copies the scopes and checks the bounds.
     *
     * @param prefix the start of each key
     * @param scopes the scopes of keys where the host declares no roles
     * @param perAccount maximum number of keys of an account, 1 to 1000
     * @param life the lifetimes of keys
     * @param overlap how long the replaced secret is accepted after a rotation, at most 30 days
     * @throws IllegalArgumentException for a value out of its bounds
     */
    public ApiKeySettings {
        scopes = Set.copyOf(scopes);
        boolean usable = prefix.length() >= 2 && prefix.length() <= LONGEST_PREFIX;
        if (!usable || !PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "the prefix of API keys has 2 to 20 of a-z, 0-9 and single underscores, and begins with a letter");
        }
        if (scopes.size() > MOST_SCOPES) {
            throw new IllegalArgumentException("there are at most 30 scopes of API keys");
        }
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                throw new IllegalArgumentException("a scope has 1 to 60 of a-z, 0-9 and . _ : -, and not " + scope);
            }
            if (scope.startsWith(Right.PREFIX) || scope.startsWith(AdminPermission.PREFIX)) {
                throw new IllegalArgumentException(
                        "a scope names no right and no permission of administration: " + scope);
            }
        }
        if (perAccount < 1 || perAccount > MOST) {
            throw new IllegalArgumentException("an account has 1 to 1000 API keys at most");
        }
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("a replaced secret opens for up to 30 days");
        }
    }

    /**
     * {@return settings with at most 20 keys per account, a lifetime of 90 days by default and one year at most, and a
     * replaced secret that is accepted for one day}
     *
     * @param prefix the start of each key, such as {@code acme}
     */
    public static ApiKeySettings withPrefix(String prefix) {
        return new ApiKeySettings(
                prefix, Set.of(), 20, new Life(Duration.ofDays(90), Duration.ofDays(365)), Duration.ofDays(1));
    }

    /**
     * {@return a copy with scopes, for a host that declares no roles}
     *
     * @param words scopes such as {@code orders:read}; replace the former ones
     */
    public ApiKeySettings withScopes(String... words) {
        return new ApiKeySettings(prefix, Set.of(words), perAccount, life, overlap);
    }

    /**
     * {@return a copy with another maximum number of keys of an account}
     *
     * @param most 1 to 1000
     */
    public ApiKeySettings withPerAccount(int most) {
        return new ApiKeySettings(prefix, scopes, most, life, overlap);
    }

    /**
     * {@return a copy with other lifetimes of keys}
     *
     * @param usual the default lifetime
     * @param longest the maximum lifetime
     */
    public ApiKeySettings withLife(Duration usual, Duration longest) {
        return new ApiKeySettings(prefix, scopes, perAccount, new Life(usual, longest), overlap);
    }

    /**
     * {@return a copy with another time for which a replaced secret is accepted}
     *
     * @param time at most 30 days; zero for not at all
     */
    public ApiKeySettings withOverlap(Duration time) {
        return new ApiKeySettings(prefix, scopes, perAccount, life, time);
    }

    /**
     * The lifetimes of keys.
     *
     * @param usual the default, 1 minute or more
     * @param longest the maximum, at most 10 years
     */
    public record Life(Duration usual, Duration longest) {

        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofDays(3653);

        /**
         * Checks the bounds.
         *
         * @param usual the default, 1 minute or more
         * @param longest the maximum, at most 10 years
         * @throws IllegalArgumentException for a value out of its bounds
         */
        public Life {
            if (usual.compareTo(SHORTEST) < 0 || longest.compareTo(usual) < 0 || longest.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "API keys open for a minute to 10 years, and usually no longer than at most");
            }
        }
    }
}

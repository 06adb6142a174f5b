package dev.lockstile.auth.apikey;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * API keys, for {@code AuthBuilder.apiKeys}.
 *
 * @param prefix with what each key begins, so that scanners find it: 2 to 20 lower-case letters, digits and single
 *     underscores, the first a letter
 * @param scopes the words that a key may be limited to where the host declares no roles; none begins with {@code
 *     right:} or {@code lockstile:}
 * @param perAccount how many keys an account may have at most, 1 to 1000
 * @param life how long a key opens
 * @param overlap how long the replaced secret opens beside the new one after a rotation, up to 30 days; zero for not at
 *     all
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
     * @param prefix with what each key begins
     * @param scopes the words that a key may be limited to where the host declares no roles
     * @param perAccount how many keys an account may have at most, 1 to 1000
     * @param life how long a key opens
     * @param overlap how long the replaced secret opens beside the new one after a rotation
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
     * {@return settings by which an account has up to 20 keys of up to a year, 90 days unless its owner says otherwise;
     * a replaced secret opens for one day}
     *
     * @param prefix with what each key begins, such as {@code acme}
     */
    public static ApiKeySettings withPrefix(String prefix) {
        return new ApiKeySettings(
                prefix, Set.of(), 20, new Life(Duration.ofDays(90), Duration.ofDays(365)), Duration.ofDays(1));
    }

    /**
     * {@return a copy with words that a key may be limited to, for a host that declares no roles}
     *
     * @param words such as {@code orders:read}; replace those of this one
     */
    public ApiKeySettings withScopes(String... words) {
        return new ApiKeySettings(prefix, Set.of(words), perAccount, life, overlap);
    }

    /**
     * {@return a copy with another number of keys that an account may have}
     *
     * @param most 1 to 1000
     */
    public ApiKeySettings withPerAccount(int most) {
        return new ApiKeySettings(prefix, scopes, most, life, overlap);
    }

    /**
     * {@return a copy with other lives of keys}
     *
     * @param usual how long a key opens whose owner does not say
     * @param longest how long a key opens at most
     */
    public ApiKeySettings withLife(Duration usual, Duration longest) {
        return new ApiKeySettings(prefix, scopes, perAccount, new Life(usual, longest), overlap);
    }

    /**
     * {@return a copy with another time in which a replaced secret opens beside the new one}
     *
     * @param time up to 30 days; zero for not at all
     */
    public ApiKeySettings withOverlap(Duration time) {
        return new ApiKeySettings(prefix, scopes, perAccount, life, time);
    }

    /**
     * How long a key opens.
     *
     * @param usual for a key whose owner does not say; a minute or more
     * @param longest for every key, up to 10 years
     */
    public record Life(Duration usual, Duration longest) {

        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofDays(3653);

        /**
         * Checks the bounds.
         *
         * @param usual for a key whose owner does not say; a minute or more
         * @param longest for every key, up to 10 years
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

package dev.lockstile.auth.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What of the rules on sessions a host has chosen; {@link SessionSettings} says it in words.
 *
 * @param singleMobile one mobile session per user
 * @param checkEvery how long the store's answer on a session is believed; null when the store is not asked
 * @param refreshGrace zero when there is none
 * @param bareSwitch a profile may be switched with an access token alone
 */
public record SessionRules(
        boolean singleMobile, @Nullable Duration checkEvery, Duration refreshGrace, boolean bareSwitch) {

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(60);
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(10);

    /**
     * Checks the bounds.
     *
     * @param singleMobile one mobile session per user
     * @param checkEvery how long the store's answer on a session is believed; null when the store is not asked
     * @param refreshGrace zero when there is none
     * @param bareSwitch a profile may be switched with an access token alone
     * @throws IllegalArgumentException for an answer that is believed for more than 60 seconds, and for a grace of more
     *     than 10
     */
    public SessionRules {
        if (checkEvery != null && (checkEvery.isNegative() || checkEvery.compareTo(LONGEST_CHECK) > 0)) {
            throw new IllegalArgumentException("a session check is believed for 0 to 60 seconds");
        }
        if (refreshGrace.isNegative() || refreshGrace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("refreshGrace must be 0 to 10 seconds");
        }
    }

    /** {@return rules by which nothing is loosened, and nothing costs a query} */
    public static SessionRules strict() {
        return new SessionRules(false, null, Duration.ZERO, false);
    }
}

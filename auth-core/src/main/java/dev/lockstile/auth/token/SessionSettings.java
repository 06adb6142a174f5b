package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lifetimes and number of sessions, and the age of the last authentication that sensitive steps accept.
 *
 * @param web limits for browsers
 * @param mobile limits for mobile clients
 * @param reauthWindow maximum age of the user's last authentication for a sensitive step, 1 minute to 1 hour (ASVS
 *     7.5.1)
 * @param maxPerUser maximum number of live sessions of one user, 1 to 100; one more ends the oldest (ASVS 7.1.2)
 * @param rules further rules; {@link Rules#strict()} by default
 */
public record SessionSettings(Limits web, Limits mobile, Duration reauthWindow, int maxPerUser, Rules rules) {

    /**
     * Checks the bounds.
     *
     * @param web limits for browsers
     * @param mobile limits for mobile clients
     * @param reauthWindow maximum age of the user's last authentication for a sensitive step, 1 minute to 1 hour
     *     (ASVS 7.5.1)
     * @param maxPerUser maximum number of live sessions of one user, 1 to 100; one more ends the oldest (ASVS
     *     7.1.2)
     * @param rules further rules; {@link Rules#strict()} by default
     * @throws IllegalArgumentException for a value out of its bounds
     */
    public SessionSettings {
        if (reauthWindow.compareTo(Duration.ofMinutes(1)) < 0 || reauthWindow.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("reauthWindow must be 1 minute to 1 hour");
        }
        if (maxPerUser < 1 || maxPerUser > 100) {
            throw new IllegalArgumentException("maxPerUser must be 1 to 100");
        }
    }

    /**
     * {@return settings by the recommendations of OWASP} Browsers: 24 hours idle, 30 days absolute; mobile clients: 14
     * days idle, 90 days absolute (ASVS 7.3.1, 7.3.2); 10 minutes for sensitive steps; 20 sessions.
     */
    public static SessionSettings owasp() {
        return new SessionSettings(
                new Limits(Duration.ofHours(24), Duration.ofDays(30)),
                new Limits(Duration.ofDays(14), Duration.ofDays(90)),
                Duration.ofMinutes(10),
                20,
                Rules.strict());
    }

    /**
     * {@return settings by NIST SP 800-63B-4, AAL2} One hour idle and 24 hours absolute, 5 minutes for sensitive steps,
     * 5 sessions.
     */
    public static SessionSettings nistAal2() {
        Limits day = new Limits(Duration.ofHours(1), Duration.ofHours(24));
        return new SessionSettings(day, day, Duration.ofMinutes(5), 5, Rules.strict());
    }

    /**
     * {@return a copy with other lifetimes for browsers}
     *
     * @param limits replace the former ones
     */
    public SessionSettings withWeb(Limits limits) {
        return new SessionSettings(limits, mobile, reauthWindow, maxPerUser, rules);
    }

    /**
     * {@return a copy with other lifetimes for mobile clients}
     *
     * @param limits replace the former ones
     */
    public SessionSettings withMobile(Limits limits) {
        return new SessionSettings(web, limits, reauthWindow, maxPerUser, rules);
    }

    /**
     * {@return a copy with another maximum age of the last authentication for a sensitive step}
     *
     * @param window 1 minute to 1 hour
     */
    public SessionSettings withReauthWindow(Duration window) {
        return new SessionSettings(web, mobile, window, maxPerUser, rules);
    }

    /**
     * {@return a copy with another maximum number of live sessions of one user; one more ends the oldest}
     *
     * @param max 1 to 100
     */
    public SessionSettings withMaxPerUser(int max) {
        return new SessionSettings(web, mobile, reauthWindow, max, rules);
    }

    /**
     * Allows one mobile session per user: a sign-in on another phone ends the former session in the same transaction.
     *
     * @return a copy with one mobile session
     */
    public SessionSettings withSingleMobileSession() {
        return with(
                new Rules(true, rules.checkEvery(), rules.refreshGrace(), rules.bareSwitch(), rules.refreshRetry()));
    }

    /**
     * Checks in the store, at each request, that the session of the access token is live, and reads its roles. A
     * logout, a disabled account, a new password and a removed role then take effect on every node within this time.
     *
     * @param cacheFor how long a result is cached, at most 60 seconds; zero for no caching
     * @return a copy with the check
     */
    public SessionSettings withSessionCheck(Duration cacheFor) {
        return with(new Rules(
                rules.singleMobile(), cacheFor, rules.refreshGrace(), rules.bareSwitch(), rules.refreshRetry()));
    }

    /**
     * Returns the same new pair once more to a client that lost the answer to its refresh or sent two requests at once.
     * Applies only to the token exchanged last, while the new one is unused. During this time an attacker who stole
     * that token receives the pair too.
     *
     * @param grace at most 10 seconds
     * @return a copy with the grace period
     */
    public SessionSettings allowRefreshGrace(Duration grace) {
        return with(
                new Rules(rules.singleMobile(), rules.checkEvery(), grace, rules.bareSwitch(), rules.refreshRetry()));
    }

    /**
     * Lets a client that lost the answer to its refresh send the same token again, until the new one is used and within
     * the lifetime of the session. A mobile client has to name the device of its sign-in. After 10 seconds a repetition
     * returns another new token and revokes the lost one. The use of a revoked token ends the session, and so does the
     * use of the old token once the new one was used.
     *
     * @return a copy with the retry
     */
    public SessionSettings allowRefreshRetry() {
        return with(
                new Rules(rules.singleMobile(), rules.checkEvery(), rules.refreshGrace(), rules.bareSwitch(), true));
    }

    /**
     * Allows a profile switch with an access token only, without a recent authentication. For clients that cannot be
     * changed: an attacker who steals an access token can then obtain new ones until the session ends, but no refresh
     * token.
     *
     * @return a copy with the switch
     */
    public SessionSettings allowSwitchByAccessToken() {
        return with(
                new Rules(rules.singleMobile(), rules.checkEvery(), rules.refreshGrace(), true, rules.refreshRetry()));
    }

    /**
     * {@return the lifetimes of sessions for a kind of client}
     *
     * @param client browser or mobile
     */
    public Limits of(ClientKind client) {
        return client == ClientKind.WEB ? web : mobile;
    }

    private SessionSettings with(Rules newRules) {
        return new SessionSettings(web, mobile, reauthWindow, maxPerUser, newRules);
    }

    /**
     * The lifetimes of a session.
     *
     * @param idle time without a refresh after which the session ends
     * @param absolute time after which the session ends in any case
     */
    public record Limits(Duration idle, Duration absolute) {

        /**
         * Checks the durations.
         *
         * @param idle time without a refresh after which the session ends
         * @param absolute time after which the session ends in any case
         * @throws IllegalArgumentException unless {@code idle} is positive and at most as long as {@code absolute}
         */
        public Limits {
            if (idle.isNegative() || idle.isZero() || absolute.compareTo(idle) < 0) {
                throw new IllegalArgumentException("idle must be positive and at most as long as absolute");
            }
        }
    }

    /**
     * Further rules of sessions, set by the methods of {@link SessionSettings}.
     *
     * @param singleMobile one mobile session per user
     * @param checkEvery how long the result of the session check is cached; null without the check
     * @param refreshGrace grace period of {@link SessionSettings#allowRefreshGrace}; zero for none
     * @param bareSwitch a profile can be switched with an access token only
     * @param refreshRetry an exchanged token is accepted again until its successor is used
     */
    public record Rules(
            boolean singleMobile,
            @Nullable Duration checkEvery,
            Duration refreshGrace,
            boolean bareSwitch,
            boolean refreshRetry) {

        private static final Duration LONGEST_CHECK = Duration.ofSeconds(60);
        private static final Duration LONGEST_GRACE = Duration.ofSeconds(10);

        /**
         * Checks the bounds.
         *
         * @param singleMobile one mobile session per user
         * @param checkEvery how long the result of the session check is cached; null without the check
         * @param refreshGrace grace period of {@link SessionSettings#allowRefreshGrace}; zero for none
         * @param bareSwitch a profile can be switched with an access token only
         * @param refreshRetry an exchanged token is accepted again until its successor is used
         * @throws IllegalArgumentException for a result cached for more than 60 seconds, and a grace period of more
         *     than 10 seconds
         */
        public Rules {
            if (checkEvery != null && (checkEvery.isNegative() || checkEvery.compareTo(LONGEST_CHECK) > 0)) {
                throw new IllegalArgumentException("a session check is believed for 0 to 60 seconds");
            }
            if (refreshGrace.isNegative() || refreshGrace.compareTo(LONGEST_GRACE) > 0) {
                throw new IllegalArgumentException("refreshGrace must be 0 to 10 seconds");
            }
        }

        /** {@return rules without exceptions and without the session check} */
        public static Rules strict() {
            return new Rules(false, null, Duration.ZERO, false, false);
        }
    }
}

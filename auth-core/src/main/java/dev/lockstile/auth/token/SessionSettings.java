package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions live, how many there may be, and how fresh a proof must be.
 *
 * @param web limits for browsers
 * @param mobile limits for mobile clients
 * @param reauthWindow how old the person's last proof may be for a sensitive step, 1 minute to 1 hour (ASVS 7.5.1)
 * @param maxPerUser live sessions of one user, 1 to 100; one more ends the oldest (ASVS 7.1.2)
 * @param rules what differs from the strict way
 */
public record SessionSettings(Limits web, Limits mobile, Duration reauthWindow, int maxPerUser, Rules rules) {

    /**
     * Checks the bounds.
     *
     * @param web limits for browsers
     * @param mobile limits for mobile clients
     * @param reauthWindow how old the person's last proof may be for a sensitive step, 1 minute to 1 hour (ASVS 7.5.1)
     * @param maxPerUser live sessions of one user, 1 to 100; one more ends the oldest (ASVS 7.1.2)
     * @param rules what differs from the strict way
     * @throws IllegalArgumentException for a figure that is out of bounds
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
     * {@return the OWASP figures} 24 hours idle and 30 days at most for browsers, 14 and 90 days for mobile clients
     * (ASVS 7.3.1, 7.3.2); 10 minutes for sensitive steps; 20 sessions.
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
     * {@return the figures of NIST SP 800-63B-4, AAL2} One hour idle and 24 hours at most, 5 minutes for sensitive
     * steps, 5 sessions.
     */
    public static SessionSettings nistAal2() {
        Limits day = new Limits(Duration.ofHours(1), Duration.ofHours(24));
        return new SessionSettings(day, day, Duration.ofMinutes(5), 5, Rules.strict());
    }

    /**
     * {@return a copy with other lifetimes for browsers}
     *
     * @param limits replace those of this one
     */
    public SessionSettings withWeb(Limits limits) {
        return new SessionSettings(limits, mobile, reauthWindow, maxPerUser, rules);
    }

    /**
     * {@return a copy with other lifetimes for mobile clients}
     *
     * @param limits replace those of this one
     */
    public SessionSettings withMobile(Limits limits) {
        return new SessionSettings(web, limits, reauthWindow, maxPerUser, rules);
    }

    /**
     * {@return a copy with another age that the last proof of identity may have for a sensitive step}
     *
     * @param window 1 minute to 1 hour
     */
    public SessionSettings withReauthWindow(Duration window) {
        return new SessionSettings(web, mobile, window, maxPerUser, rules);
    }

    /**
     * {@return a copy with another number of live sessions of one user; one more ends the oldest}
     *
     * @param max 1 to 100
     */
    public SessionSettings withMaxPerUser(int max) {
        return new SessionSettings(web, mobile, reauthWindow, max, rules);
    }

    /**
     * One mobile session per user: signing in on another phone ends the one before it, in the same transaction.
     *
     * @return the same with one mobile session
     */
    public SessionSettings withSingleMobileSession() {
        return with(
                new Rules(true, rules.checkEvery(), rules.refreshGrace(), rules.bareSwitch(), rules.refreshRetry()));
    }

    /**
     * Asks the store at each request whether the session behind an access token still lives and what roles it has, so
     * that a logout, a disabled account, a new password and a lost role take effect after this time at the latest, on
     * every node.
     *
     * @param cacheFor how long an answer is believed, up to 60 seconds; zero asks each time
     * @return the same with the check
     */
    public SessionSettings withSessionCheck(Duration cacheFor) {
        return with(new Rules(
                rules.singleMobile(), cacheFor, rules.refreshGrace(), rules.bareSwitch(), rules.refreshRetry()));
    }

    /**
     * Gives the same new pair once more to a client that lost the answer to its refresh, or sent two at once: for the
     * token exchanged last alone, while the new one is unused. Who stole that token gets the pair too, for that long.
     *
     * @param grace up to 10 seconds
     * @return the same with the grace
     */
    public SessionSettings allowRefreshGrace(Duration grace) {
        return with(
                new Rules(rules.singleMobile(), rules.checkEvery(), grace, rules.bareSwitch(), rules.refreshRetry()));
    }

    /**
     * Lets a client that lost the answer to its refresh send the same token again until the new one was used, and
     * within the life of the session. A phone has to name the device of its sign-in. After 10 seconds a repeat gets a
     * new token, and the lost one is void: its use ends the session, as the use of the old token does after a use of
     * the new one.
     *
     * @return the same with the retry
     */
    public SessionSettings allowRefreshRetry() {
        return with(
                new Rules(rules.singleMobile(), rules.checkEvery(), rules.refreshGrace(), rules.bareSwitch(), true));
    }

    /**
     * Lets a profile be switched with an access token alone and however old the proof is. For clients that cannot be
     * changed: who steals an access token can then get new ones until the session ends, though never a refresh token.
     *
     * @return the same with the switch
     */
    public SessionSettings allowSwitchByAccessToken() {
        return with(
                new Rules(rules.singleMobile(), rules.checkEvery(), rules.refreshGrace(), true, rules.refreshRetry()));
    }

    /**
     * {@return the lifetimes for a kind of client}
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
     * The two limits of a session.
     *
     * @param idle time without a refresh after which it is over
     * @param absolute time after which it is over in any case
     */
    public record Limits(Duration idle, Duration absolute) {

        /**
         * Checks the times.
         *
         * @param idle time without a refresh after which it is over
         * @param absolute time after which it is over in any case
         * @throws IllegalArgumentException unless {@code idle} is positive and at most as long as {@code absolute}
         */
        public Limits {
            if (idle.isNegative() || idle.isZero() || absolute.compareTo(idle) < 0) {
                throw new IllegalArgumentException("idle must be positive and at most as long as absolute");
            }
        }
    }

    /**
     * What of the rules on sessions a host has chosen; {@link SessionSettings} says it in words.
     *
     * @param singleMobile one mobile session per user
     * @param checkEvery how long the store's answer on a session is believed; null when the store is not asked
     * @param refreshGrace zero when there is none
     * @param bareSwitch a profile may be switched with an access token alone
     * @param refreshRetry an exchanged token is good again until its successor was used
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
         * @param checkEvery how long the store's answer on a session is believed; null when the store is not asked
         * @param refreshGrace zero when there is none
         * @param bareSwitch a profile may be switched with an access token alone
         * @param refreshRetry an exchanged token is good again until its successor was used
         * @throws IllegalArgumentException for an answer that is believed for more than 60 seconds, and for a grace of
         *     more than 10
         */
        public Rules {
            if (checkEvery != null && (checkEvery.isNegative() || checkEvery.compareTo(LONGEST_CHECK) > 0)) {
                throw new IllegalArgumentException("a session check is believed for 0 to 60 seconds");
            }
            if (refreshGrace.isNegative() || refreshGrace.compareTo(LONGEST_GRACE) > 0) {
                throw new IllegalArgumentException("refreshGrace must be 0 to 10 seconds");
            }
        }

        /** {@return rules by which nothing is loosened, and nothing costs a query} */
        public static Rules strict() {
            return new Rules(false, null, Duration.ZERO, false, false);
        }
    }
}

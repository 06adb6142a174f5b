package dev.lockstile.auth.factor;

import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Second factors, for {@code AuthBuilder.secondFactors}. An account that has one is asked for it whatever stands here.
 *
 * @param keys what seals the secrets of authenticator applications; null for a key made from the digest key
 * @param policy who must have one
 * @param trustedBrowsers how long a browser need not show the second factor; null where every sign-in shows it
 * @param administratorWait how long an administrator's reset of factors waits; zero where it does not
 */
public record SecondFactorSettings(
        @Nullable Secret keys,
        SecondFactorPolicy policy,
        @Nullable Duration trustedBrowsers,
        Duration administratorWait) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * Checks the times.
     *
     * @param keys what seals the secrets of authenticator applications; null for a key made from the digest key
     * @param policy who must have one
     * @param trustedBrowsers how long a browser need not show the second factor; null where every sign-in shows it
     * @param administratorWait how long an administrator's reset of factors waits; zero where it does not
     * @throws IllegalArgumentException for a time of trust that is not positive or is over 30 days, and for a wait that
     *     is negative or over 30 days
     */
    public SecondFactorSettings {
        if (trustedBrowsers != null && !isUpTo30Days(trustedBrowsers)) {
            throw new IllegalArgumentException("a browser is trusted for up to 30 days");
        }
        if (!administratorWait.isZero() && !isUpTo30Days(administratorWait)) {
            throw new IllegalArgumentException("a reset by an administrator waits for up to 30 days");
        }
    }

    private static boolean isUpTo30Days(Duration time) {
        return !time.isZero() && !time.isNegative() && time.compareTo(LONGEST) <= 0;
    }

    /** {@return settings by which a user may have a second factor, which each sign-in then asks for} */
    public static SecondFactorSettings optional() {
        return new SecondFactorSettings(null, SecondFactorPolicy.nobody(), null, Duration.ZERO);
    }

    /**
     * Seals with keys of their own, so that the digest key alone opens nothing.
     *
     * @param newKeys one or more of 32 random bytes in base64, separated by commas: the first seals, all open
     * @return the same with these keys
     */
    public SecondFactorSettings withKeys(Secret newKeys) {
        return new SecondFactorSettings(newKeys, policy, trustedBrowsers, administratorWait);
    }

    /**
     * Wants a second factor of these people; it is enrolled as part of signing in.
     *
     * @param newPolicy asked inside the transaction of a sign-in
     * @return the same with this policy
     */
    public SecondFactorSettings requiredOf(SecondFactorPolicy newPolicy) {
        return new SecondFactorSettings(keys, newPolicy, trustedBrowsers, administratorWait);
    }

    /**
     * Lets a person leave the second factor out for 30 days in a browser where it was shown.
     *
     * @return the same with browsers that are trusted for 30 days
     */
    public SecondFactorSettings allowTrustedBrowsers() {
        return allowTrustedBrowsers(LONGEST);
    }

    /**
     * Lets a person leave the second factor out for a time in a browser where it was shown.
     *
     * @param howLong more than nothing, up to 30 days
     * @return the same with browsers that are trusted
     * @throws IllegalArgumentException for another time
     */
    public SecondFactorSettings allowTrustedBrowsers(Duration howLong) {
        return new SecondFactorSettings(keys, policy, howLong, administratorWait);
    }

    /**
     * Lets an administrator's reset of factors wait, up to 30 days: the owner is told when it is asked for,
     * and a factor of the account shown in the meantime calls it off. Asked for again after that time, and
     * within seven days, it takes the factors away.
     *
     * @param howLong up to 30 days; zero for no wait
     * @return the same with this wait
     * @throws IllegalArgumentException for a time that is negative or over 30 days
     */
    public SecondFactorSettings withAdministratorWait(Duration howLong) {
        return new SecondFactorSettings(keys, policy, trustedBrowsers, howLong);
    }

    /** {@return true when no account signs in without a second factor} */
    public boolean isRequiredOfEverybody() {
        return policy == SecondFactorPolicy.everybody();
    }
}

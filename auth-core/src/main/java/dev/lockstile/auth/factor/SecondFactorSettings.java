package dev.lockstile.auth.factor;

import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of second factors, for {@code AuthBuilder.secondFactors}. An account that has one has to use it under all
 * settings.
 *
 * @param keys keys that encrypt the secrets of authenticator applications; null for a key derived from the digest
 *     key
 * @param policy which accounts must have one
 * @param trustedBrowsers how long a trusted browser needs no second factor; null where every sign-in requires it
 * @param administratorWait waiting time of an administrator's reset of factors; zero for none
 */
public record SecondFactorSettings(
        @Nullable Secret keys,
        SecondFactorPolicy policy,
        @Nullable Duration trustedBrowsers,
        Duration administratorWait) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * Checks the durations.
     *
     * @param keys keys that encrypt the secrets of authenticator applications; null for a key derived from the
     *     digest key
     * @param policy which accounts must have one
     * @param trustedBrowsers how long a trusted browser needs no second factor; null where every sign-in requires
     *     it
     * @param administratorWait waiting time of an administrator's reset of factors; zero for none
     * @throws IllegalArgumentException for a trust period that is not positive or over 30 days, and for a waiting
     *     time that is negative or over 30 days
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

    /** {@return settings in which second factors are optional; each sign-in of an account with one requires it} */
    public static SecondFactorSettings optional() {
        return new SecondFactorSettings(null, SecondFactorPolicy.nobody(), null, Duration.ZERO);
    }

    /**
     * Encrypts the secrets with separate keys, so that the digest key does not decrypt them.
     *
     * @param newKeys one or more of 32 random bytes in base64 or base64url, separated by commas: the first
     *     encrypts, all decrypt
     * @return a copy with these keys
     */
    public SecondFactorSettings withKeys(Secret newKeys) {
        return new SecondFactorSettings(newKeys, policy, trustedBrowsers, administratorWait);
    }

    /**
     * Requires a second factor of some accounts, which they enrol during sign-in.
     *
     * @param newPolicy called inside the transaction of a sign-in
     * @return a copy with this policy
     */
    public SecondFactorSettings requiredOf(SecondFactorPolicy newPolicy) {
        return new SecondFactorSettings(keys, newPolicy, trustedBrowsers, administratorWait);
    }

    /**
     * Lets users choose to trust a browser after using the second factor there, so that it is not required there for 30
     * days.
     *
     * @return a copy with browsers that are trusted for 30 days
     */
    public SecondFactorSettings allowTrustedBrowsers() {
        return allowTrustedBrowsers(LONGEST);
    }

    /**
     * Lets users choose to trust a browser after using the second factor there, so that it is not required there for a
     * time.
     *
     * @param howLong positive, at most 30 days
     * @return a copy with browsers that are trusted
     * @throws IllegalArgumentException for another duration
     */
    public SecondFactorSettings allowTrustedBrowsers(Duration howLong) {
        return new SecondFactorSettings(keys, policy, howLong, administratorWait);
    }

    /**
     * Delays an administrator's reset of factors: the owner receives a notice of the first call, and a use of one of
     * the factors cancels the reset. A second call after that time, and within seven days of it, removes the factors.
     *
     * @param howLong at most 30 days; zero for no delay
     * @return a copy with this waiting time
     * @throws IllegalArgumentException for a duration that is negative or over 30 days
     */
    public SecondFactorSettings withAdministratorWait(Duration howLong) {
        return new SecondFactorSettings(keys, policy, trustedBrowsers, howLong);
    }

    /** {@return true when the policy requires a second factor of every account} */
    public boolean isRequiredOfEverybody() {
        return policy == SecondFactorPolicy.everybody();
    }
}

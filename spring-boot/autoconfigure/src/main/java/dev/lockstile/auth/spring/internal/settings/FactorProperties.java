package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Second factors: authenticator applications (TOTP), with recovery codes beside them.
 *
 * @param policy Which accounts have a second factor: off (none can be added), optional (accounts that add one),
 *     staff or everybody (required of these).
 * @param roles Roles that also require a second factor.
 * @param trustedBrowsers How long a browser that the user trusts after a second factor needs none, at most 30 days;
 *     off unless set.
 * @param administratorWait Time in which the owner can cancel an administrator's reset of factors before it takes
 *     effect, up to 30 days; off unless set.
 * @param sealingKey Keys that encrypt the secrets of authenticator applications: 32 random bytes each in base64url,
 *     separated by commas; the first encrypts, all decrypt. Unset, factors.key in lockstile.keys.folder, else a key
 *     derived from the digest key.
 */
@ConfigurationProperties("lockstile.factors")
public record FactorProperties(
        @DefaultValue("off") Policy policy,
        @DefaultValue List<String> roles,
        @Nullable Duration trustedBrowsers,
        @Nullable Duration administratorWait,
        @Nullable String sealingKey) {

    /** Who has a second factor. */
    public enum Policy {
        /** No account adds one. */
        OFF,
        /** Those who want one. */
        OPTIONAL,
        /** Staff and superusers must. */
        STAFF,
        /** All accounts must. */
        EVERYBODY
    }

    /** No key is printed. */
    @Override
    public String toString() {
        return "FactorProperties[policy=" + policy + "]";
    }
}

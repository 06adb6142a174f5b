package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Second factors: authenticator applications (TOTP), with recovery codes beside them.
 *
 * @param policy Which accounts have a second factor: off (none adds one), optional (those that add one), staff or
 *     everybody (these must).
 * @param roles Roles whose holders must have a second factor too.
 * @param trustedBrowsers How long a browser that showed the second factor is not asked for it again, up to 30 days;
 *     off unless set.
 * @param administratorWait Time in which the owner can cancel an administrator's reset of factors before it takes
 *     effect, up to 30 days; off unless set.
 * @param sealingKey Keys that seal the secrets of authenticator applications: 32 random bytes each in base64url,
 *     separated by commas; the first seals, all open. Unset, factors.key in lockstile.keys.folder, else a key made from
 *     the digest key.
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

package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions.
 *
 * @param webIdle Time without a refresh after which a browser's session ends.
 * @param webAbsolute Time after which a browser's session ends in any case.
 * @param mobileIdle Time without a refresh after which a mobile client's session ends.
 * @param mobileAbsolute Time after which a mobile client's session ends in any case.
 * @param reauthWindow Maximum age of the last authentication for a sensitive step, 1 minute to 1 hour.
 * @param maxPerUser Maximum number of live sessions of one user, 1 to 100; one more ends the oldest.
 * @param checkEvery Checks in the database that the session is live, and caches the result for this long, at most
 *     60 seconds.
 * @param refreshGrace How long a client that lost the answer to its refresh gets the same pair again, at most 10
 *     seconds.
 * @param refreshRetry Whether a client that lost the answer to its refresh can send the same token again until the
 *     new one is used.
 * @param singleMobile Whether a sign-in on a mobile device ends the user's former mobile session.
 */
@ConfigurationProperties("lockstile.sessions")
public record SessionProperties(
        @DefaultValue("24h") Duration webIdle,
        @DefaultValue("30d") Duration webAbsolute,
        @DefaultValue("14d") Duration mobileIdle,
        @DefaultValue("90d") Duration mobileAbsolute,
        @DefaultValue("10m") Duration reauthWindow,
        @DefaultValue("20") int maxPerUser,
        @Nullable Duration checkEvery,
        @DefaultValue("0s") Duration refreshGrace,
        @DefaultValue("false") boolean refreshRetry,
        @DefaultValue("false") boolean singleMobile) {}

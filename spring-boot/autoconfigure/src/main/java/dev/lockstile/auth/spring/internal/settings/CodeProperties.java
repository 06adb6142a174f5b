package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One-time codes.
 *
 * @param smsDigits Digits of a code in a text message, 6 to 10.
 * @param emailDigits Digits of a code in an e-mail, 6 to 10.
 * @param smsTtl Lifetime of a code in a text message, at most 10 minutes.
 * @param emailTtl Lifetime of a code in an e-mail, at most 10 minutes.
 * @param maxAttempts Attempts that a code allows, 1 to 10.
 * @param cooldown Time between two codes to one recipient, at least 1 second.
 * @param unboundAttempts How many of max-attempts are allowed without the challenge id.
 */
@ConfigurationProperties("lockstile.codes")
public record CodeProperties(
        @DefaultValue("6") int smsDigits,
        @DefaultValue("8") int emailDigits,
        @DefaultValue("5m") Duration smsTtl,
        @DefaultValue("10m") Duration emailTtl,
        @DefaultValue("5") int maxAttempts,
        @DefaultValue("60s") Duration cooldown,
        @DefaultValue("3") int unboundAttempts) {}

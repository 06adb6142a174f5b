package dev.lockstile.auth.otp;

import java.time.Duration;

/**
 * Length, lifetime and attempts of one-time codes.
 *
 * @param smsDigits digits of a code sent as text message, 6 to 10
 * @param emailDigits digits of a code sent by e-mail, 6 to 10
 * @param smsTtl lifetime of a code sent as text message, at most 10 minutes (ASVS 6.5.5)
 * @param emailTtl lifetime of a code sent by e-mail, at most 10 minutes
 * @param maxAttempts attempts per code, 1 to 10
 * @param cooldown time between two codes to one recipient, at least 1 second
 * @param unboundAttempts how many of the attempts are allowed without the challenge id, which only the client that
 *     requested the code received, so that an attacker who knows the address cannot use up all attempts; 0 requires the
 *     challenge id always
 */
public record CodeSettings(
        int smsDigits,
        int emailDigits,
        Duration smsTtl,
        Duration emailTtl,
        int maxAttempts,
        Duration cooldown,
        int unboundAttempts) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * Checks the bounds.
     *
     * @param smsDigits digits of a code sent as text message, 6 to 10
     * @param emailDigits digits of a code sent by e-mail, 6 to 10
     * @param smsTtl lifetime of a code sent as text message, at most 10 minutes (ASVS 6.5.5)
     * @param emailTtl lifetime of a code sent by e-mail, at most 10 minutes
     * @param maxAttempts attempts per code, 1 to 10
     * @param cooldown time between two codes to one recipient, at least 1 second
     * @param unboundAttempts how many of the attempts are allowed without the challenge id, which only the client
     *     that requested the code received, so that an attacker who knows the address cannot use up all attempts; 0
     *     requires the challenge id always
     * @throws IllegalArgumentException for a value out of its bounds
     */
    public CodeSettings {
        require(smsDigits >= 6 && smsDigits <= 10, "smsDigits must be 6 to 10");
        require(emailDigits >= 6 && emailDigits <= 10, "emailDigits must be 6 to 10");
        require(isPositive(smsTtl) && smsTtl.compareTo(LONGEST) <= 0, "smsTtl must be at most 10 minutes");
        require(isPositive(emailTtl) && emailTtl.compareTo(LONGEST) <= 0, "emailTtl must be at most 10 minutes");
        require(maxAttempts >= 1 && maxAttempts <= 10, "maxAttempts must be 1 to 10");
        require(unboundAttempts >= 0 && unboundAttempts <= maxAttempts, "unboundAttempts must be 0 to maxAttempts");
        require(cooldown.compareTo(Duration.ofSeconds(1)) >= 0, "cooldown must be at least 1 second");
    }

    /**
     * {@return settings by the recommendations of OWASP} 6 digits and 5 minutes by text message, 8 digits and 10
     * minutes by e-mail, 5 attempts of which 3 without the challenge id, a cool-down of 60 seconds.
     */
    public static CodeSettings owasp() {
        return new CodeSettings(6, 8, Duration.ofMinutes(5), Duration.ofMinutes(10), 5, Duration.ofSeconds(60), 3);
    }

    /** {@return the same, where every attempt must name the challenge} Right where all clients send the id back. */
    public CodeSettings requireChallenge() {
        return new CodeSettings(smsDigits, emailDigits, smsTtl, emailTtl, maxAttempts, cooldown, 0);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

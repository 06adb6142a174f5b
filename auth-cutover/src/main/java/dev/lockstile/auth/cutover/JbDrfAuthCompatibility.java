package dev.lockstile.auth.cutover;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.throttle.Rate;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.time.Duration;

/**
 * Settings with the figures of jb-drf-auth, for clients that were written for it and people who were registered by it.
 * Only figures differ from {@link AuthSettings#owasp}; no protection is turned off.
 */
public final class JbDrfAuthCompatibility {

    private JbDrfAuthCompatibility() {}

    /** All of them: tokens, codes, passwords and limits. */
    public static AuthSettings settings(String service, TokenSettings tokens, LinkSettings links) {
        return AuthSettings.owasp(service, tokens, links)
                .withCodes(codes())
                .withPasswords(passwords())
                .withThrottles(throttles());
    }

    /** Access tokens that live 5 minutes, with 30 seconds of skew. */
    public static TokenSettings tokens(String issuer, String audience) {
        return new TokenSettings(issuer, audience, Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    /** 6 digits, 5 minutes, 5 attempts, all of which may come without the challenge id, 60 seconds between two codes. */
    public static CodeSettings codes() {
        return new CodeSettings(6, 6, Duration.ofMinutes(5), Duration.ofMinutes(5), 5, Duration.ofSeconds(60), 5);
    }

    /** At least 8 code points. */
    public static PasswordSettings passwords() {
        return PasswordSettings.owasp().withLength(8, 128);
    }

    /** The rates of jb-drf-auth where they are stricter than ours or nearly the same; ours elsewhere. */
    public static ThrottleSettings throttles() {
        return ThrottleSettings.owasp()
                .with(RateLimit.REGISTER_IP, Rate.perHour(10))
                .with(RateLimit.OTP_VERIFY_IP, Rate.perHour(30))
                .with(RateLimit.OTP_VERIFY_IDENTITY, Rate.perHour(60))
                .with(RateLimit.PASSWORD_RESET_REQUEST_IP, Rate.perHour(15))
                .with(RateLimit.EMAIL_CONFIRMATION_IP, Rate.perHour(30))
                .with(RateLimit.EMAIL_CONFIRMATION_RESEND_IP, Rate.perHour(10));
    }
}

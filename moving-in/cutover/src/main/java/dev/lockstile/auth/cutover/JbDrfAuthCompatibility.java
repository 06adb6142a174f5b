package dev.lockstile.auth.cutover;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.time.Duration;

/**
 * Settings with the figures of jb-drf-auth, for clients that were written for it and people who were registered by it.
 * Only figures differ from {@link AuthSettings#owasp}; no protection is turned off.
 */
public final class JbDrfAuthCompatibility {

    private JbDrfAuthCompatibility() {}

    /**
     * {@return settings with the tokens, codes, passwords and limits of that library}
     *
     * @param service the service's name, as in {@link AuthSettings}
     * @param tokens such as {@link #tokens} gives them
     * @param links where links in messages lead
     */
    public static AuthSettings settings(String service, TokenSettings tokens, LinkSettings links) {
        return AuthSettings.owasp(service, tokens, links)
                .withCodes(codes())
                .withPasswords(passwords())
                .withThrottles(throttles());
    }

    /**
     * {@return settings of access tokens that live 5 minutes, with 30 seconds of skew}
     *
     * @param issuer the {@code iss} of tokens
     * @param audience the {@code aud} of tokens
     */
    public static TokenSettings tokens(String issuer, String audience) {
        return new TokenSettings(issuer, audience, Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    /**
     * {@return settings of codes of 6 digits that live 5 minutes and take 5 attempts, all of which may come without the
     * challenge id, with 60 seconds between two codes}
     */
    public static CodeSettings codes() {
        return new CodeSettings(6, 6, Duration.ofMinutes(5), Duration.ofMinutes(5), 5, Duration.ofSeconds(60), 5);
    }

    /** {@return settings of passwords of at least 8 code points} */
    public static PasswordSettings passwords() {
        return PasswordSettings.owasp().withLength(8, 128);
    }

    /** {@return the rates of jb-drf-auth where they are stricter than ours or nearly the same; ours elsewhere} */
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

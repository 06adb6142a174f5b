package dev.lockstile.benchmarks.internal.host;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.time.Duration;

/**
 * How the library is set up for measuring: the defaults, but for a cheap hash, which leaves our own part to be seen, no
 * limits, which a measuring loop would run into at once.
 */
public final class BenchSettings {

    /** The password of all users. */
    public static final String PASSWORD = "plum-harbour-4417";

    /** Who signs access tokens. */
    public static final TokenSettings TOKENS = TokenSettings.owasp("https://issuer.example", "app");

    /** Time between two codes to one recipient. */
    public static final Duration COOLDOWN = Duration.ofSeconds(1);

    /** What every code is: its digits are drawn one byte at a time. */
    public static final String CODE = "11111111";

    private BenchSettings() {}

    static AuthSettings settings() {
        return AuthSettings.owasp(
                        "Acme",
                        TOKENS,
                        LinkSettings.of(
                                URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset")))
                .withThrottles(ThrottleSettings.owasp().turnEverythingOff())
                .withCodes(new CodeSettings(6, 8, Duration.ofMinutes(5), Duration.ofMinutes(10), 5, COOLDOWN, 3))
                .withPasswords(passwords());
    }

    /** The cheap hash. */
    public static PasswordSettings passwords() {
        return PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()).withPermits(2, Duration.ofSeconds(60));
    }

    /** The operating system's generator at its usual price, except that what codes are made of is known beforehand. */
    static Randomness randomness() {
        Randomness secure = Randomness.secure();
        return count -> {
            byte[] drawn = secure.bytes(count);
            if (count == 1) {
                drawn[0] = 1;
            }
            return drawn;
        };
    }
}

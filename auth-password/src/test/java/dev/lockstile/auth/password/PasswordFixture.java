package dev.lockstile.auth.password;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;

/** Password services for tests. */
final class PasswordFixture {

    private PasswordFixture() {}

    /** Own hashes cost next to nothing, so that a test measures something else. */
    static PasswordSettings cheap() {
        return PasswordSettings.owasp()
                .withCost(Argon2Cost.cheapForTests())
                .withPermits(Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(30));
    }

    static boolean matches(Passwords passwords, String stored, String password) {
        return passwords.hasher().check(stored, Secret.of(password)).matches();
    }
}

package dev.lockstile.benchmarks.password;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.benchmarks.internal.password.RawArgon2;
import java.nio.charset.StandardCharsets;

/**
 * The right password, checked by the library and by the bare primitive, against one and the same hash. Every method
 * refuses to go on when the answer is not "matches": a benchmark of a refusal would measure something else.
 */
final class Checks {

    private static final String PASSWORD = "correct horse battery staple";
    private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    private final PasswordHasher hasher;
    private final Secret typed = Secret.of(PASSWORD);
    private final String argon2Text;
    private final RawArgon2 argon2;
    private final String bcryptText;
    private final RawBcrypt bcrypt;

    private Checks(Argon2Cost cost, int bcryptCost) {
        hasher = Passwords.of(PasswordSettings.owasp().withCost(cost)).hasher();
        argon2Text = hasher.hash(typed);
        argon2 = RawArgon2.parse(argon2Text);
        bcryptText = RawBcrypt.stored(PASSWORD, SALT, bcryptCost);
        bcrypt = RawBcrypt.of(PASSWORD, SALT, bcryptCost);
    }

    /** The library's default cost, and bcrypt as most systems to be moved in have it. */
    static Checks full() {
        return new Checks(Argon2Cost.owasp(), 10);
    }

    /** Figures that only prove that the code runs. */
    static Checks tiny() {
        return new Checks(Argon2Cost.cheapForTests(), 4);
    }

    boolean libraryArgon2() {
        return must(hasher.check(argon2Text, typed).matches());
    }

    boolean primitiveArgon2() {
        return must(argon2.matches(PASSWORD));
    }

    boolean libraryBcrypt() {
        return must(hasher.check(bcryptText, typed).matches());
    }

    boolean primitiveBcrypt() {
        return must(bcrypt.matches(PASSWORD));
    }

    private static boolean must(boolean matched) {
        if (!matched) {
            throw new IllegalStateException("the right password was refused: there is nothing to measure");
        }
        return true;
    }
}

package dev.lockstile.auth.password.service;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashingLoad;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordPolicy;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.internal.PasswordParts;
import dev.lockstile.auth.secret.Randomness;
import java.time.Duration;

/**
 * The password room, put together from its settings. Make one for the life of the application: its permits bound the
 * memory and the cores that hashing may take, and a second room would double them.
 */
public final class Passwords {

    private final PasswordParts parts;
    private final PasswordSettings settings;

    private Passwords(PasswordSettings settings, Randomness randomness) {
        this.settings = settings;
        this.parts = PasswordParts.of(settings, randomness);
    }

    /**
     * {@return hasher, policy and table of formats by these settings}
     *
     * @param settings what a host chose
     * @throws IllegalArgumentException when two formats have one id
     */
    public static Passwords of(PasswordSettings settings) {
        return new Passwords(settings, Randomness.secure());
    }

    /** {@return the hasher and checker} */
    public PasswordHasher hasher() {
        return parts.hasher();
    }

    /** {@return the rule for choosing a password} */
    public PasswordPolicy policy() {
        return parts.policy();
    }

    /** {@return the table of formats} */
    public PasswordFormats formats() {
        return parts.formats();
    }

    /** {@return how many hashes are computed now, and how many callers wait for a permit} */
    public HashingLoad load() {
        return parts.load().get();
    }

    /** {@return the settings that these are made by} */
    public PasswordSettings settings() {
        return settings;
    }

    /**
     * {@return Argon2id figures for this machine: the most memory, then the most passes, that one hash computes within
     * the target on one core} Never below {@link Argon2Cost#owasp()}, never above 256 MiB. Run it on an idle machine
     * like the one in production; it takes a few dozen times the target.
     *
     * @param target 20 ms to 5 s; OWASP advises to stay below a second
     * @throws IllegalArgumentException when the target is out of bounds
     */
    public static Argon2Cost calibrate(Duration target) {
        return PasswordParts.calibrate(target);
    }
}

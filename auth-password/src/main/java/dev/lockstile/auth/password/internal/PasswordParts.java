package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashingLoad;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordPolicy;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Randomness;
import java.time.Duration;
import java.util.function.Supplier;

/** Puts the parts of the password service together. */
public record PasswordParts(
        PasswordHasher hasher, PasswordPolicy policy, PasswordFormats formats, Supplier<HashingLoad> load) {

    /** One service for the settings, with its own gates. */
    public static PasswordParts of(PasswordSettings settings, Randomness randomness) {
        MemoryGate memory = new MemoryGate(
                Runtime.getRuntime().maxMemory(), settings.limits().waitLimit());
        Argon2Hashes own = new Argon2Hashes(settings, new Argon2(memory), randomness);
        RehashRule rehash = new RehashRule(settings);
        LegacyHashFormats table = new LegacyHashFormats(settings, new Kdf(settings.ceilings(), memory), own);
        Argon2PasswordHasher hasher =
                new Argon2PasswordHasher(settings, own, new StoredHashReader(table, own, rehash), new EqualWork(own));
        return new PasswordParts(
                hasher,
                ListedPasswordPolicy.of(settings),
                new StandardPasswordFormats(
                        table, own, rehash, settings.foreign().firebase()),
                hasher::load);
    }

    /** Figures for this machine. */
    public static Argon2Cost calibrate(Duration target) {
        MemoryGate memory = new MemoryGate(Runtime.getRuntime().maxMemory(), Duration.ofSeconds(2));
        return Calibration.measuring(new Argon2(memory)).propose(target);
    }
}

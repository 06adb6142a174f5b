package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.PasswordCheck;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares a typed password with a stored one: one hash, whether there is a stored one or not. */
record PasswordComparison(PasswordHasher hasher) {

    PasswordCheck compare(@Nullable Secret stored, Secret typed, Instant now) {
        return hasher.check(MarkedHash.comparable(stored == null ? null : stored.reveal(), now), typed);
    }

    /** The work of a comparison. */
    void compareWithNone(Secret typed) {
        hasher.check(null, typed);
    }

    /**
     * The hash to put in place of the stored one; null where that one is good. Where there is no time for it, the next
     * login makes it: a right password was looked at and gets in.
     */
    @Nullable
    Secret better(PasswordCheck check, @Nullable Secret stored, Secret typed) {
        if (!check.upgradeWanted() || isMarked(stored)) {
            return null;
        }
        try {
            return Secret.of(hasher.hash(typed));
        } catch (HashingBusyException e) {
            return null;
        }
    }

    private static boolean isMarked(@Nullable Secret stored) {
        return stored != null && MarkedHash.read(stored.reveal()).isPresent();
    }
}

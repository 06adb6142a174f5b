package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.PepperKeys;
import java.util.Objects;

/** Decides when a stored Argon2 hash is written anew at a sign-in: when it protects less than a new one. */
final class RehashRule {

    private final Argon2Cost cost;
    private final PepperKeys peppers;

    RehashRule(PasswordSettings settings) {
        this.cost = settings.cost();
        this.peppers = settings.peppers();
    }

    /** Whether the text is exactly what would be written now. */
    boolean isCurrent(Argon2Text text) {
        return text.modern()
                && text.cost().equals(cost)
                && text.salt().length == Argon2Hashes.SALT
                && text.tag().length == Argon2Hashes.TAG
                && pepperIsCurrent(text);
    }

    /** Whether the text protects less than what would be written now; stronger ones are left alone. */
    boolean isWeaker(Argon2Text text) {
        return !text.modern()
                || text.cost().memoryKib() < cost.memoryKib()
                || text.cost().work() < cost.work()
                || text.salt().length < Argon2Hashes.SALT
                || text.tag().length < Argon2Hashes.TAG
                || !pepperIsCurrent(text);
    }

    private boolean pepperIsCurrent(Argon2Text text) {
        PepperKeys.Key current = peppers.current();
        return Objects.equals(text.pepperId(), current == null ? null : current.id());
    }
}

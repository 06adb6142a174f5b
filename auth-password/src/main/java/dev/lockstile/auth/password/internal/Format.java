package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.PasswordFormat;
import org.jspecify.annotations.Nullable;

/** A built-in format: reading and computing are apart, so that an import can judge a hash without a password. */
interface Format extends PasswordFormat {

    /**
     * Reads a stored text.
     *
     * @return null when it is not of this format
     * @throws RefusedHashException when it is, with figures beyond the ceilings
     */
    @Nullable
    Verifier parse(String stored);

    @Override
    default boolean recognises(String stored) {
        try {
            return parse(stored) != null;
        } catch (RefusedHashException beyondCeilings) {
            return true;
        }
    }

    @Override
    default boolean matches(String stored, byte[] passwordUtf8) {
        Verifier verifier = parse(stored);
        return verifier != null && verifier.test(passwordUtf8);
    }
}

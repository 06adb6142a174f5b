package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was looked at and waits to be compared.
 *
 * @param name as it was typed
 * @param password null for a code
 */
record ObservedSignIn(String name, @Nullable Secret password, LegacyAnswer old, Instant seenAt) {

    /** No name is longer: 64 characters, an at sign and 255. */
    private static final int LONGEST_NAME = 320;

    /** True for what cannot be a name or a password: it is refused here in any case, and would only fill the memory. */
    boolean isTooLong() {
        return name.length() > LONGEST_NAME
                || (password != null && password.reveal().length() > PasswordSettings.MAX_BYTES);
    }

    @Override
    public String toString() {
        return "ObservedSignIn[hidden]";
    }
}

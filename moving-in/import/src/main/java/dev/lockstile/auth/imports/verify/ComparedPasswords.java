package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import org.jspecify.annotations.Nullable;

/**
 * Compares the password column in source and target.
 *
 * @param old the passwords of the source rows; computes no hash
 * @param sample of the wrapped hashes
 */
record ComparedPasswords(LegacyPasswords old, HashSample sample) {

    /** @param stored the text in the target; null when there is none */
    void compare(UserDraft user, @Nullable String stored, SourceAndTarget sides, Comparison comparison) {
        if (stored == null || !old.maybeSame(user, stored)) {
            String expected = old.of(user).toStore().orElse(null);
            comparison.field("password_hash", expected, stored, sides.mayBeFilled());
            return;
        }
        comparison.field("password_hash", stored, stored);
        if (old.isWrapped(user)) {
            sample.offer(user, stored, comparison);
        }
    }
}

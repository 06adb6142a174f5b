package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import org.jspecify.annotations.Nullable;

/**
 * The password column there and here.
 *
 * @param old what the old rows hold; hashes nothing by itself
 * @param sample of the wrapped hashes
 */
record ComparedPasswords(LegacyPasswords old, HashSample sample) {

    /** @param here the stored text; null when there is none */
    void compare(UserDraft user, @Nullable String here, SourceAndTarget sides, Comparison comparison) {
        if (here == null || !old.maybeSame(user, here)) {
            String there = old.of(user).toStore().orElse(null);
            comparison.field("password_hash", there, here, sides.mayBeFilled());
            return;
        }
        comparison.field("password_hash", here, here);
        if (old.isWrapped(user)) {
            sample.offer(user, here, comparison);
        }
    }
}

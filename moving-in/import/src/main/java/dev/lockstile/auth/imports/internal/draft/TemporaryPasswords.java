package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.MarkedHash.Mark;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Marks imported passwords that have to be replaced at the next sign-in, by a {@link MarkedHash} before the source's
 * hash. The mark is stored without a hash where the source application does not disclose its hashes.
 */
final class TemporaryPasswords {

    private TemporaryPasswords() {}

    static boolean isMarked(@Nullable Secret password) {
        return password != null && MarkedHash.read(password.reveal()).isPresent();
    }

    static Secret marked(@Nullable Secret hash) {
        return Secret.of(new MarkedHash(Mark.TEMPORARY, null, hash == null ? "" : hash.reveal()).text());
    }
}

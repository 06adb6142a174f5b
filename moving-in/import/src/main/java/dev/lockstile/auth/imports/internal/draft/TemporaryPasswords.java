package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.MarkedHash.Mark;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Old passwords that have to be replaced at the next sign-in: a mark before the hash of the source, see {@link
 * MarkedHash}. A mark without a hash waits for one, from a source application that tells none.
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

package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where an import writes to.
 *
 * @param rules the host's canonical forms, the same that sign-in uses
 * @param formats the host's table of password formats, the same that sign-in uses
 * @param sealKey seals what a run keeps of rows it changes, such as {@code AuthKeys.importKey(own)}: one key or more, as
 *     {@link dev.lockstile.auth.RotatingKeys} reads them; without one no old password hash is kept, a rollback leaves the newer one, and no old row can be kept
 */
public record ImportTarget(
        AuthStore store,
        IdentifierRules rules,
        PasswordFormats formats,
        Clock clock,
        @Nullable Secret sealKey) {

    /** Without a key. */
    public ImportTarget(AuthStore store, IdentifierRules rules, PasswordFormats formats, Clock clock) {
        this(store, rules, formats, clock, null);
    }

    /** The same with a key that seals what is kept of rows that change. */
    public ImportTarget sealedBy(Secret key) {
        return new ImportTarget(store, rules, formats, clock, key);
    }

    @Nullable
    public RowCipher seal() {
        return sealKey == null ? null : new RowCipher(sealKey);
    }
}

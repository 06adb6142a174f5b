package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The target of an import: the host's store and the settings that sign-in uses.
 *
 * @param store the host's store
 * @param rules the host's canonical forms, the same as for sign-in
 * @param formats the host's password formats, the same as for sign-in
 * @param clock the application's
 * @param sealKey encrypts the former values of the rows that a run changes, such as
 *     {@code AuthKeys.importKey(own)}: one key or more, in the text form of {@link dev.lockstile.auth.SymmetricKeys}.
 *     Without a key replaced password hashes are not stored, so that a rollback keeps the newer ones, and rows cannot
 *     be archived
 * @param factors encrypts second factors for sign-in, such as {@code AuthKeys.factorSealing()}. Without it an
 *     account with a second factor goes to quarantine
 */
public record ImportTarget(
        AuthStore store,
        IdentifierRules rules,
        PasswordFormats formats,
        Clock clock,
        @Nullable Secret sealKey,
        @Nullable FactorSealing factors) {

    /**
     * Creates a target without second factors: an account with one goes to quarantine.
     *
     * @param store the host's store
     * @param rules the host's canonical forms
     * @param formats the host's password formats
     * @param clock the application's
     * @param sealKey encrypts the former values of changed rows; null for none
     */
    public ImportTarget(
            AuthStore store, IdentifierRules rules, PasswordFormats formats, Clock clock, @Nullable Secret sealKey) {
        this(store, rules, formats, clock, sealKey, null);
    }

    /**
     * Creates a target without a sealing key.
     *
     * @param store the host's store
     * @param rules the host's canonical forms
     * @param formats the host's password formats
     * @param clock the application's
     */
    public ImportTarget(AuthStore store, IdentifierRules rules, PasswordFormats formats, Clock clock) {
        this(store, rules, formats, clock, null, null);
    }

    /**
     * {@return a copy with an encryption key}
     *
     * @param key one key or more
     */
    public ImportTarget sealedBy(Secret key) {
        return new ImportTarget(store, rules, formats, clock, key, factors);
    }

    /**
     * {@return a copy with the keys of second factors}
     *
     * @param sealing for instance {@code AuthKeys.factorSealing()}
     */
    public ImportTarget withFactors(FactorSealing sealing) {
        return new ImportTarget(store, rules, formats, clock, sealKey, sealing);
    }

    /** {@return the cipher of stored rows, for other parts of this module} */
    @Nullable
    public RowCipher seal() {
        return sealKey == null ? null : new RowCipher(sealKey);
    }
}

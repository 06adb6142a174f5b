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
 * @param sealKey seals what a run keeps of the rows it changes, such as {@code AuthKeys.importKey(own)}: one key or
 *     more, as {@link dev.lockstile.auth.RotatingKeys} reads them. Without a key no replaced password hash is kept, so
 *     a rollback leaves the newer one, and no row can be archived
 * @param factors seals second factors as sign-in opens them, such as {@code AuthKeys.factorSealing()}. Without it an
 *     account with a second factor waits in quarantine
 */
public record ImportTarget(
        AuthStore store,
        IdentifierRules rules,
        PasswordFormats formats,
        Clock clock,
        @Nullable Secret sealKey,
        @Nullable FactorSealing factors) {

    /**
     * Creates a target that takes no second factors over: who has one waits in quarantine.
     *
     * @param store the host's store
     * @param rules the host's canonical forms
     * @param formats the host's password formats
     * @param clock the application's
     * @param sealKey seals what a run keeps; null for none
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
     * {@return the same target with a sealing key}
     *
     * @param key one key or more
     */
    public ImportTarget sealedBy(Secret key) {
        return new ImportTarget(store, rules, formats, clock, key, factors);
    }

    /**
     * {@return the same target with the keys of second factors}
     *
     * @param sealing as sign-in opens them
     */
    public ImportTarget withFactors(FactorSealing sealing) {
        return new ImportTarget(store, rules, formats, clock, sealKey, sealing);
    }

    /** {@return what seals and opens kept rows, for other parts of this module} */
    @Nullable
    public RowCipher seal() {
        return sealKey == null ? null : new RowCipher(sealKey);
    }
}

package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a source row.
 *
 * @param identifier in canonical form; for a text, as it is in the row
 * @param requested how the target stores it
 * @param field the source column
 * @param unlessEmailKey the key of the e-mail address that a user name looks like, whose owner has precedence; null for
 *     every other identifier
 * @param marked true when the source system saw the person receive a message there
 * @param vouched true when the operator trusts that it is the person's
 */
public record WantedIdentifier(
        Identifier identifier,
        RequestedIdentifier requested,
        String field,
        @Nullable String unlessEmailKey,
        boolean marked,
        boolean vouched) {

    /**
     * {@return a sign-in name}
     *
     * @param identifier in canonical form
     * @param field the source column
     * @param marked true when the source system saw the person receive a message there
     */
    public static WantedIdentifier own(Identifier identifier, String field, boolean marked) {
        return new WantedIdentifier(identifier, RequestedIdentifier.OWN, field, null, marked, false);
    }

    /**
     * {@return a text that opens no account}
     *
     * @param kind what the text was meant to be
     * @param text as it is in the row
     * @param field the source column
     * @param marked true when the source system saw the person receive a message there
     */
    public static WantedIdentifier text(IdentifierKind kind, String text, String field, boolean marked) {
        return new WantedIdentifier(
                new Identifier(kind, text, ""), RequestedIdentifier.KEEP_TEXT, field, null, marked, false);
    }

    /** {@return a copy that counts as proven on the operator's word} */
    public WantedIdentifier asVouched() {
        return new WantedIdentifier(identifier, requested, field, unlessEmailKey, marked, true);
    }

    /** {@return true when it counts as proven, as long as no other account has it too} */
    public boolean isProven() {
        return marked || vouched;
    }

    /** {@return true when the person signs in with it} */
    public boolean isSignInName() {
        return requested != RequestedIdentifier.KEEP_TEXT;
    }
}

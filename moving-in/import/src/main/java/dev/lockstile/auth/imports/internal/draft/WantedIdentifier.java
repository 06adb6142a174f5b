package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * An identifier an old row has.
 *
 * @param identifier in canonical form; a text as it stands
 * @param requested what it is to be
 * @param field the old column
 * @param unlessEmailKey the key of the e-mail address that a user name looks like: who has that address comes first;
 *     null for everything else
 * @param marked the old system has seen the person receive something there
 * @param vouched the mover says that it is the person's
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
     * @param field the old column
     * @param marked whether the old system has seen the person receive something there
     */
    public static WantedIdentifier own(Identifier identifier, String field, boolean marked) {
        return new WantedIdentifier(identifier, RequestedIdentifier.OWN, field, null, marked, false);
    }

    /**
     * {@return a text that opens no account}
     *
     * @param kind what the text was meant to be
     * @param text as it stands
     * @param field the old column
     * @param marked whether the old system has seen the person receive something there
     */
    public static WantedIdentifier text(IdentifierKind kind, String text, String field, boolean marked) {
        return new WantedIdentifier(
                new Identifier(kind, text, ""), RequestedIdentifier.KEEP_TEXT, field, null, marked, false);
    }

    /** {@return the same on the mover's word} */
    public WantedIdentifier asVouched() {
        return new WantedIdentifier(identifier, requested, field, unlessEmailKey, marked, true);
    }

    /** {@return true when it counts as proven, as long as no other account has it too} */
    public boolean isProven() {
        return marked || vouched;
    }

    /** {@return true when the person is to sign in by it} */
    public boolean isSignInName() {
        return requested != RequestedIdentifier.KEEP_TEXT;
    }
}

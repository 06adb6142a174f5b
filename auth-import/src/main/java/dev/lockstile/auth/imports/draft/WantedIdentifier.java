package dev.lockstile.auth.imports.draft;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * An identifier an old row has.
 *
 * @param field the old column
 * @param unlessEmailKey the key of the e-mail address that a user name looks like: who has that address comes first;
 *     null for everything else
 * @param proven the old system has seen the person receive something there
 */
public record WantedIdentifier(
        Identifier identifier,
        RequestedIdentifier wish,
        String field,
        @Nullable String unlessEmailKey,
        boolean proven) {

    /** A sign-in name. */
    public static WantedIdentifier own(Identifier identifier, String field, boolean proven) {
        return new WantedIdentifier(identifier, RequestedIdentifier.OWN, field, null, proven);
    }

    /** A text that signs nobody in. */
    public static WantedIdentifier text(IdentifierKind kind, String text, String field, boolean proven) {
        return new WantedIdentifier(new Identifier(kind, text, ""), RequestedIdentifier.KEEP_TEXT, field, null, proven);
    }

    /** The same, counted as proven. */
    public WantedIdentifier asProven() {
        return new WantedIdentifier(identifier, wish, field, unlessEmailKey, true);
    }

    /** True when the person is to sign in by it. */
    public boolean isSignInName() {
        return wish != RequestedIdentifier.KEEP_TEXT;
    }
}

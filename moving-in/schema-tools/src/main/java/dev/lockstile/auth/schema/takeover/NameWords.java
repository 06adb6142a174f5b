package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.Identifiers;
import java.util.Locale;

/** The words of a name, however a system spells them: {@code AspNetUsers}, {@code USER_ENTITY}, {@code user_pass}. */
final class NameWords {

    private NameWords() {}

    /** In lower case, with an underscore between words. */
    static String snake(String name) {
        return Identifiers.words(name);
    }

    /** In lower case, without anything between words. */
    static String joined(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
    }
}

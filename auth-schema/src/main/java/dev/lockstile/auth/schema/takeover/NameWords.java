package dev.lockstile.auth.schema.takeover;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a name, however a system spells them: {@code AspNetUsers}, {@code USER_ENTITY}, {@code user_pass}. */
final class NameWords {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private NameWords() {}

    /** In lower case, with an underscore between words. */
    static String snake(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** In lower case, without anything between words. */
    static String joined(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
    }
}

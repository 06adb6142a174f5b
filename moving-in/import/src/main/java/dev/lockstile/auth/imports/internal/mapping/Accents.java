package dev.lockstile.auth.imports.internal.mapping;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Removes accents from texts. */
public final class Accents {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Accents() {}

    /**
     * {@return the text in compatibility form (NFKD) without its combining marks}
     *
     * @param text any text
     */
    public static String removed(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}

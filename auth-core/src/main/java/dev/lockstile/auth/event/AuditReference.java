package dev.lockstile.auth.event;

import java.util.regex.Pattern;

/**
 * The reason that an administrator gives for a change, such as a ticket number: 1 to 60 ASCII letters, digits, spaces
 * and {@code . _ # : / -}. It is written to the audit trail unchanged; the restricted characters prevent log injection.
 */
public final class AuditReference {

    /** Maximum length in characters. */
    public static final int MAX_LENGTH = 60;

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9 ._#:/-]{1," + MAX_LENGTH + "}");

    private AuditReference() {}

    /**
     * {@return whether the text is a valid reference; calls with a reference throw an exception for any other text}
     *
     * @param text as entered
     */
    public static boolean isValid(String text) {
        return ALLOWED.matcher(text).matches();
    }

    /**
     * {@return the text, if it is a valid reference}
     *
     * @param text as entered
     * @throws IllegalArgumentException for any other
     */
    public static String require(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a reference has 1 to 60 of A-Z, a-z, 0-9, space and . _ # : / -");
        }
        return text;
    }
}

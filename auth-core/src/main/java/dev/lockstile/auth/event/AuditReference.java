package dev.lockstile.auth.event;

import java.util.regex.Pattern;

/**
 * What an administrator gives as the reason of a change, such as the number of a ticket: 1 to 60 of the ASCII letters,
 * the digits, space and {@code . _ # : / -}. It is written into the audit trail as it is, so it can neither forge a
 * line of a log nor hold a sentence about a person.
 */
public final class AuditReference {

    /** The length of the longest, in characters. */
    public static final int MAX_LENGTH = 60;

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9 ._#:/-]{1," + MAX_LENGTH + "}");

    private AuditReference() {}

    /**
     * {@return whether the text is one; the calls that take a reference throw for any other}
     *
     * @param text what was entered
     */
    public static boolean isValid(String text) {
        return ALLOWED.matcher(text).matches();
    }

    /**
     * {@return the text, where it is one}
     *
     * @param text what was entered
     * @throws IllegalArgumentException for any other
     */
    public static String require(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a reference has 1 to 60 of A-Z, a-z, 0-9, space and . _ # : / -");
        }
        return text;
    }
}

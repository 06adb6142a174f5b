package dev.lockstile.auth.password.internal;

import java.util.regex.Pattern;

/** A hash as a column, a file or an export has it, which may have added blanks around it or line breaks in it. */
final class StoredText {

    /** White space of every kind, NUL, and characters without a width. */
    private static final String AROUND = "[\\p{Z}\\s\\p{Cc}\u200B-\u200D\u2060\uFEFF]+";

    private static final Pattern ENDS = Pattern.compile("^" + AROUND + "|" + AROUND + "$");

    /** A fold of LDIF (RFC 2849): a line break and one blank. */
    private static final Pattern FOLDS = Pattern.compile("\\r?\\n ?");

    private StoredText() {}

    /** True of a text that begins and ends with a printable ASCII character and has one line. */
    static boolean isBare(String stored) {
        return isPrintable(stored.charAt(0))
                && isPrintable(stored.charAt(stored.length() - 1))
                && stored.indexOf('\n') < 0;
    }

    private static boolean isPrintable(char c) {
        return c > ' ' && c < 0x7f;
    }

    /** The text without what is no part of it. */
    static String bare(String stored) {
        return FOLDS.matcher(ENDS.matcher(stored).replaceAll("")).replaceAll("");
    }
}

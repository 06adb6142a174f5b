package dev.lockstile.auth.internal.code;

import dev.lockstile.auth.secret.Secret;
import java.util.Optional;

/**
 * One-time codes as people type and paste them. White space, punctuation, invisible characters and marks on the digits,
 * as keyboards of symbols add them, do not count, and decimal digits of every script stand for the ASCII ones.
 */
public final class CodeText {

    /** Longer texts are no code; the bound keeps the work small. */
    private static final int LONGEST = 256;

    /** The minus sign, and the blanks of Braille and Korean, which are no white space by their type. */
    private static final String BLANKS = "\u2212\u2800\u3164\uffa0";

    private CodeText() {}

    /** {@return the code in ASCII digits} Empty for a text with letters or with another count of digits. */
    public static Optional<Secret> digits(Secret typed, int... counts) {
        String code = plain(typed);
        boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
        for (int count : counts) {
            if (digits && code.length() == count) {
                return Optional.of(Secret.of(code));
            }
        }
        return Optional.empty();
    }

    /** {@return the text without separators and invisible characters, with its decimal digits in ASCII} */
    public static String plain(Secret typed) {
        String text = typed.reveal();
        if (text.length() > LONGEST) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (!isSeparator(codePoint)) {
                plain.appendCodePoint(ascii(codePoint));
            }
        }
        return plain.toString();
    }

    private static int ascii(int codePoint) {
        int digit =
                Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(codePoint, 10) : -1;
        return digit < 0 ? codePoint : '0' + digit;
    }

    private static boolean isSeparator(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> BLANKS.indexOf(codePoint) >= 0;
        };
    }
}

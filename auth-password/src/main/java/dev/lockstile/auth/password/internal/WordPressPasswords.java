package dev.lockstile.auth.password.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What WordPress hashes for a typed password: it trims and escapes quotes, as it does with the fields of every form
 * (wp_magic_quotes in wp-includes/load.php, wp_authenticate in wp-includes/pluggable.php).
 */
final class WordPressPasswords {

    /** Trims and escapes. */
    static final PasswordPreparation SLASHED =
            new PasswordPreparation(typed -> slash(trim(typed)), WordPressPasswords::trim);

    /** The same before bcrypt, which cuts. */
    static final PasswordPreparation SLASHED_CUT_72 = new PasswordPreparation(
            typed -> PasswordPreparation.CUT_72.hashed().apply(slash(trim(typed))), WordPressPasswords::fitting);

    /** What PHP's trim takes away. */
    private static final String TRIMMED = " \t\n\r\0\u000B";

    /** What PHP's addslashes puts a backslash before. */
    private static final String ESCAPED = "'\"\\";

    private WordPressPasswords() {}

    /** A text whose escaped form is cut stands for nothing that could be typed. */
    private static byte[] fitting(byte[] typed) {
        byte[] trimmed = trim(typed);
        return slash(trimmed).length <= Bcrypt.LIMIT ? trimmed : Bcrypt.cut(trimmed);
    }

    private static byte[] slash(byte[] typed) {
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(typed.length + 8);
        for (byte one : typed) {
            if (one == 0) {
                escaped.writeBytes(new byte[] {'\\', '0'});
                continue;
            }
            if (ESCAPED.indexOf(one) >= 0) {
                escaped.write('\\');
            }
            escaped.write(one);
        }
        return escaped.toByteArray();
    }

    private static byte[] trim(byte[] text) {
        int from = 0;
        int to = text.length;
        while (from < to && TRIMMED.indexOf(text[from]) >= 0) {
            from++;
        }
        while (to > from && TRIMMED.indexOf(text[to - 1]) >= 0) {
            to--;
        }
        return Arrays.copyOfRange(text, from, to);
    }
}

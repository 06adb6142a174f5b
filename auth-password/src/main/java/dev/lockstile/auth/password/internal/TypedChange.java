package dev.lockstile.auth.password.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What an old system does to a typed password before it hashes it.
 *
 * @param hashed the text that is hashed for a typed one
 * @param significant the typed text that stands for all others that are hashed alike
 */
record TypedChange(UnaryOperator<byte[]> hashed, UnaryOperator<byte[]> significant) {

    /** Nothing. */
    static final TypedChange NONE = new TypedChange(UnaryOperator.identity(), UnaryOperator.identity());

    /** Cuts at bcrypt's 72 bytes, even inside a character. */
    static final TypedChange CUT_72 = new TypedChange(TypedChange::cutText, Bcrypt::cut);

    /** Looks at seven bits of each of the first eight bytes, as crypt(3) does. */
    static final TypedChange CUT_8 = new TypedChange(UnaryOperator.identity(), TypedChange::eightTimesSevenBits);

    /**
     * Trims and escapes quotes, as WordPress does with the fields of every form (wp_magic_quotes in
     * wp-includes/load.php, wp_authenticate in wp-includes/pluggable.php).
     */
    static final TypedChange WORDPRESS = new TypedChange(typed -> slash(trim(typed)), TypedChange::trim);

    /** The same before bcrypt, which cuts. */
    static final TypedChange WORDPRESS_CUT_72 =
            new TypedChange(typed -> cutText(slash(trim(typed))), TypedChange::fittingWordPress);

    /** What PHP's trim takes away. */
    private static final String TRIMMED = " \t\n\r\0\u000B";

    /** What PHP's addslashes puts a backslash before. */
    private static final String SLASHED = "'\"\\";

    /** The same check of the text that the old system would have hashed. */
    Verifier before(Verifier verifier) {
        return password -> verifier.test(hashed.apply(password));
    }

    /** A text with NUL is none that bcrypt hashes to its end; left whole, it matches nothing. */
    private static byte[] cutText(byte[] typed) {
        return Bcrypt.hasNul(typed) ? typed : Bcrypt.cut(typed);
    }

    private static byte[] eightTimesSevenBits(byte[] typed) {
        byte[] kept = Arrays.copyOf(typed, Math.min(8, typed.length));
        for (int i = 0; i < kept.length; i++) {
            kept[i] &= 0x7f;
        }
        return kept;
    }

    /** A text whose escaped form is cut stands for nothing that could be typed. */
    private static byte[] fittingWordPress(byte[] typed) {
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
            if (SLASHED.indexOf(one) >= 0) {
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

package dev.lockstile.auth.password.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What the former system does to a typed password before it hashes it.
 *
 * @param hashed the text that is hashed for a typed one
 * @param significant the typed text that stands for all others that are hashed alike
 */
record PasswordPreparation(UnaryOperator<byte[]> hashed, UnaryOperator<byte[]> significant) {

    /** Nothing. */
    static final PasswordPreparation NONE = new PasswordPreparation(UnaryOperator.identity(), UnaryOperator.identity());

    /** Cuts at bcrypt's 72 bytes, even inside a character. */
    static final PasswordPreparation CUT_72 = new PasswordPreparation(PasswordPreparation::cutText, Bcrypt::cut);

    /** Looks at seven bits of each of the first eight bytes, as crypt(3) does. */
    static final PasswordPreparation CUT_8 =
            new PasswordPreparation(UnaryOperator.identity(), PasswordPreparation::eightTimesSevenBits);

    /** The same check of the text that the former system would have hashed. */
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
}

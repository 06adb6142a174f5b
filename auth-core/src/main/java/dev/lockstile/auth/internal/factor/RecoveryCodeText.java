package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.code.CodeText;
import dev.lockstile.auth.secret.Secret;
import java.util.Locale;
import java.util.Optional;

/**
 * Recovery codes as they are typed. Those made here have 24 characters of Crockford's base32, which cannot be guessed;
 * those that came with an import have 8 or more letters and digits, and are guessed at only as often as a code of an
 * application.
 */
final class RecoveryCodeText {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 24;

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    private RecoveryCodeText() {}

    /** As it was drawn: without dashes and spaces, in upper case, and with what looks like a digit read as one. */
    static Optional<String> canonical(Secret typed) {
        if (typed.reveal().length() > LONGEST) {
            return Optional.empty();
        }
        String code = CodeText.plain(typed)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean usable = code.length() >= SHORTEST && code.chars().allMatch(RecoveryCodeText::isLetterOrDigit);
        return usable ? Optional.of(code) : Optional.empty();
    }

    /** True for the form of codes that are made here: 120 random bits. */
    static boolean isOwnForm(Secret typed) {
        return canonical(typed)
                .filter(code -> code.length() == LENGTH)
                .filter(code -> code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0))
                .isPresent();
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
    }
}

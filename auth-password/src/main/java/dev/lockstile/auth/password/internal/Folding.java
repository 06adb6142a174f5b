package dev.lockstile.auth.password.internal;

import java.text.Normalizer;
import java.util.Locale;

/** Takes off what people believe makes a known word a new one. Only for comparing with lists, never for hashing. */
final class Folding {

    private static final String LEET = "0134578@$!€";
    private static final String PLAIN = "oleastbasie";

    private Folding() {}

    /** One case, and one character for all its look-alikes of compatibility. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** Letters in place of the digits and signs that stand for them. */
    static String unleet(String folded) {
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            int at = LEET.indexOf(folded.charAt(i));
            plain.append(at < 0 ? folded.charAt(i) : PLAIN.charAt(at));
        }
        return plain.toString();
    }

    /** Without the digits and signs before and behind. */
    static String undecorated(String folded) {
        int from = 0;
        int to = folded.length();
        while (from < to && !Character.isLetter(folded.codePointAt(from))) {
            from += Character.charCount(folded.codePointAt(from));
        }
        while (to > from && !Character.isLetter(folded.codePointBefore(to))) {
            to -= Character.charCount(folded.codePointBefore(to));
        }
        return folded.substring(from, to);
    }

    /** Letters and digits alone. */
    static String compact(String folded) {
        return folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

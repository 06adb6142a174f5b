package dev.lockstile.auth.model;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which texts may be the role of a profile. A role is the host's own word, at most 30 characters. It never spells a
 * {@link Right}, nor does any of its words: not in another letter case, with signs or invisible characters between the
 * letters, with digits that look like letters, nor with letters of another script that look alike (Unicode TR 39), so
 * that no reader of a role, a person or another service, takes it for a right. It has no comma and no semicolon, at
 * which others split lists.
 */
public final class RoleName {

    /** The longest role, in characters. */
    public static final int LONGEST = 30;

    private static final List<String> RESERVED = List.of("staff", "superuser", "isstaff", "issuperuser");

    /** Accents and invisible characters end no word. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]");

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private RoleName() {}

    /**
     * {@return why a text is no role; empty when it is one}
     *
     * @param text any text
     */
    public static Optional<String> problem(String text) {
        if (text.isBlank()) {
            return Optional.of("a role is not blank");
        }
        if (text.length() > LONGEST) {
            return Optional.of("a role has at most " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("a role has no control character");
        }
        String plain = Normalizer.normalize(text, Form.NFKD);
        if (plain.indexOf(',') >= 0 || plain.indexOf(';') >= 0) {
            return Optional.of("a role is one, and no list with commas or semicolons");
        }
        return spellsRight(text)
                ? Optional.of("staff and superuser are rights, and no role spells a right: " + text)
                : Optional.empty();
    }

    /**
     * {@return the text itself}
     *
     * @param text any text
     * @throws IllegalArgumentException when it is no role
     */
    public static String require(String text) {
        problem(text).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return text;
    }

    /**
     * {@return true when the text is the name of a right, looks like one, or has the form of a right in the Servlet
     * API}
     *
     * @param text any text
     */
    public static boolean spellsRight(String text) {
        if (text.equals(AbstractProfile.DEFAULT_ROLE)) {
            return false;
        }
        String plain = Normalizer.normalize(text, Form.NFKD).toLowerCase(Locale.ROOT);
        if (plain.strip().startsWith(Right.PREFIX)) {
            return true;
        }
        String[] words = WORD_ENDS.split(UNSEEN.matcher(plain).replaceAll(""));
        for (int first = 0; first < words.length; first++) {
            StringBuilder joined = new StringBuilder();
            for (int last = first; last < words.length; last++) {
                if (isReserved(joined.append(words[last]).toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Digits are read as the letters that they look like, and left out. */
    private static boolean isReserved(String word) {
        int[] all = word.codePoints().toArray();
        int[] letters = word.codePoints().filter(Character::isLetter).toArray();
        return RESERVED.stream().anyMatch(right -> looksLike(all, right) || looksLike(letters, right));
    }

    /** A letter beyond ASCII may look like any other one; a word without any Latin letter looks like no right. */
    private static boolean looksLike(int[] letters, String word) {
        if (letters.length != word.length()) {
            return false;
        }
        boolean latin = false;
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] < 0x80 && folded(letters[i]) != folded(word.charAt(i))) {
                return false;
            }
            latin |= UnicodeScript.of(letters[i]) == UnicodeScript.LATIN;
        }
        return latin;
    }

    private static int folded(int sign) {
        return switch (sign) {
            case '0' -> 'o';
            case '1', 'l' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            default -> sign;
        };
    }
}

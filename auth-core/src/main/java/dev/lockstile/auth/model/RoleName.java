package dev.lockstile.auth.model;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for role names. A role is a word that the host defines, of at most 30 characters, without commas,
 * semicolons and control characters.
 *
 * <p>A role never spells a {@link Right}, so that no reader, human or program, mistakes it for one. The check ignores
 * case, and signs and invisible characters between letters. A digit, or a letter beyond ASCII, matches each letter that
 * it may look like (Unicode TR 39).
 */
public final class RoleName {

    /** The maximum length of a role, in characters. */
    public static final int LONGEST = 30;

    private static final List<String> RESERVED = List.of("staff", "superuser", "isstaff", "issuperuser");

    /** Accents and invisible characters, which do not separate words. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]");

    private static final Pattern WORD_SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private RoleName() {}

    /**
     * {@return why a text is not a valid role; empty when it is valid}
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
     * @param text a role
     * @throws IllegalArgumentException when the text is not a valid role
     */
    public static String require(String text) {
        problem(text).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return text;
    }

    /**
     * {@return true when the text is the name of a right, looks like one, or starts with {@link Right#PREFIX}}
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
        String[] words = WORD_SEPARATORS.split(INVISIBLE.matcher(plain).replaceAll(""));
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

    /** Compares the word twice: with digits read as the letters that they look like, and with all digits removed. */
    private static boolean isReserved(String word) {
        int[] all = word.codePoints().toArray();
        int[] letters = word.codePoints().filter(Character::isLetter).toArray();
        return RESERVED.stream().anyMatch(right -> looksLike(all, right) || looksLike(letters, right));
    }

    /** Lets a letter beyond ASCII match every letter. A word without a Latin letter matches no right. */
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

    private static int folded(int character) {
        return switch (character) {
            case '0' -> 'o';
            case '1', 'l' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            default -> character;
        };
    }
}

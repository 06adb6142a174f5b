package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.PasswordContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that are public about a person and a service, and whether a password is made of them. A word inside a
 * longer password is fine as long as enough is left without it.
 */
final class ContextWords {

    /** Shorter words occur by chance: "al" is in "metal". */
    private static final int SHORTEST = 4;

    private static final int PHONE_TAIL = 7;

    private final List<String> words;

    private ContextWords(List<String> words) {
        this.words = words;
    }

    static ContextWords of(List<String> serviceWords, PasswordContext context) {
        Set<String> words = new LinkedHashSet<>();
        serviceWords.forEach(word -> addText(words, word));
        context.words().forEach(word -> addText(words, word));
        addEmail(words, context.email());
        addText(words, context.username());
        addPhone(words, context.phone());
        List<String> longestFirst = new ArrayList<>(words);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return new ContextWords(longestFirst);
    }

    /** Whether too little is left of the folded password once the words are out of it. */
    boolean spoil(String folded, int enough) {
        String plain = Folding.compact(folded);
        return spoils(plain, enough) || spoils(Folding.compact(Folding.unleet(folded)), enough);
    }

    private boolean spoils(String compact, int enough) {
        String rest = compact;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        boolean lettersLeft = rest.codePoints().anyMatch(Character::isLetter);
        return rest.length() < compact.length() && (!lettersLeft || rest.codePointCount(0, rest.length()) < enough);
    }

    private static void addEmail(Set<String> words, @Nullable String email) {
        if (email == null) {
            return;
        }
        addText(words, email);
        int at = email.lastIndexOf('@');
        String domain = email.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        addText(words, at < 0 ? email : email.substring(0, at));
        addText(words, dot < 0 ? domain : domain.substring(0, dot));
    }

    private static void addPhone(Set<String> words, @Nullable String phone) {
        if (phone == null) {
            return;
        }
        String digits = Folding.compact(Folding.fold(phone));
        add(words, digits);
        // the country code and the trunk zero come and go: the rest alone is the number
        for (int tail = PHONE_TAIL; tail < digits.length(); tail++) {
            add(words, digits.substring(digits.length() - tail));
        }
    }

    private static void addText(Set<String> words, @Nullable String text) {
        if (text == null) {
            return;
        }
        String folded = Folding.fold(text);
        add(words, Folding.compact(folded));
        for (String part : folded.split("[^\\p{L}\\p{N}]+", -1)) {
            add(words, part);
            add(words, Folding.undecorated(part));
        }
    }

    private static void add(Set<String> words, String word) {
        if (word.codePointCount(0, word.length()) >= SHORTEST) {
            words.add(word);
        }
    }
}

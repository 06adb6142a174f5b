package dev.lockstile.auth.jpa.internal.admin;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator typed, as beginnings that an index can be asked for. */
final class SearchText {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 254;
    private static final int SHORTEST_NUMBER = 3;

    private final String text;

    private SearchText(String text) {
        this.text = text;
    }

    /** Empty for what no column holds. */
    static Optional<SearchText> of(String typed) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        boolean possible = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl)
                && text.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE);
        return possible ? Optional.of(new SearchText(text)) : Optional.empty();
    }

    String text() {
        return text;
    }

    /** The text as a beginning, in lower case: as Java makes it, and as a database does that knows ASCII alone. */
    List<String> lower() {
        return beginnings(new LinkedHashSet<>(List.of(text.toLowerCase(Locale.ROOT), ascii(text))));
    }

    /** The spellings of the text that usual rows have, for an index on the column as it is. */
    List<String> spellings() {
        String lower = text.toLowerCase(Locale.ROOT);
        int first = lower.offsetByCodePoints(0, 1);
        Set<String> all = new LinkedHashSet<>(List.of(text, lower, text.toUpperCase(Locale.ROOT)));
        all.add(lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first));
        return beginnings(all);
    }

    private static List<String> beginnings(Set<String> all) {
        return all.stream()
                .filter(each -> each.codePointCount(0, each.length()) >= SHORTEST)
                .sorted()
                .toList();
    }

    private static String ascii(String text) {
        return text.codePoints()
                .map(each -> each >= 'A' && each <= 'Z' ? each + ('a' - 'A') : each)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The beginnings of a phone number; none where the text has anything but digits and their separators. */
    List<String> numbers() {
        String digits = text.replaceAll("[ ().\u00a0-]", "");
        return digits.matches("\\+?[0-9]{" + SHORTEST_NUMBER + ",20}")
                ? digits.startsWith("+") ? List.of(digits) : List.of("+" + digits, digits)
                : List.of();
    }
}

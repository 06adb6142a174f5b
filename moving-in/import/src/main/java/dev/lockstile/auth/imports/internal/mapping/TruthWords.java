package dev.lockstile.auth.imports.internal.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words for yes and no, in lower case. Words for no in other languages are known, since a no neither proves nor closes
 * anything. Words for yes in other languages are not: an unknown word proves nothing, and closes an account where a yes
 * would.
 */
final class TruthWords {

    private static final List<String> YES = List.of("1", "1.0", "t", "true", "y", "yes", "on");

    private static final List<String> NO = List.of(
            "0",
            "0.0",
            "f",
            "false",
            "n",
            "no",
            "off",
            "non",
            "nein",
            "nee",
            "nej",
            "nei",
            "n\u00e3o",
            "nao",
            "nie",
            "hay\u0131r",
            "\u043d\u0435\u0442",
            "\u3044\u3044\u3048",
            "\u5426",
            "falsch",
            "faux",
            "falso",
            "onwaar",
            "fa\u0142sz",
            "yanl\u0131\u015f",
            "\u043b\u043e\u0436\u044c",
            "\u5047");

    /** The truth values, by word. */
    static final Map<String, Boolean> ALL = all();

    private TruthWords() {}

    private static Map<String, Boolean> all() {
        Map<String, Boolean> all = new HashMap<>();
        YES.forEach(word -> all.put(word, true));
        NO.forEach(word -> all.put(word, false));
        return Map.copyOf(all);
    }
}

package dev.lockstile.auth.imports.internal.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words for yes and no as databases, languages and spreadsheets of several countries write them, in small letters. */
final class TruthWords {

    private static final List<String> YES = List.of(
            "1",
            "1.0",
            "t",
            "true",
            "y",
            "yes",
            "on",
            "s\u00ed",
            "si",
            "s\u00ec",
            "sim",
            "ja",
            "oui",
            "tak",
            "evet",
            "\u0434\u0430",
            "\u306f\u3044",
            "\u662f",
            "wahr",
            "vrai",
            "verdadero",
            "verdadeiro",
            "vero",
            "waar",
            "prawda",
            "do\u011fru",
            "\u0438\u0441\u0442\u0438\u043d\u0430",
            "\u771f");

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

    /** By word. */
    static final Map<String, Boolean> ALL = all();

    private TruthWords() {}

    private static Map<String, Boolean> all() {
        Map<String, Boolean> all = new HashMap<>();
        YES.forEach(word -> all.put(word, true));
        NO.forEach(word -> all.put(word, false));
        return Map.copyOf(all);
    }
}

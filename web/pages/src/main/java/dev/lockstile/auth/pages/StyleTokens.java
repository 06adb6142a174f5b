package dev.lockstile.auth.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The custom properties of the style sheet that a host may set, and the values they may have. */
final class StyleTokens {

    /** In the order of {@code pages.css}. */
    static final List<String> NAMES = List.of(
            "scheme",
            "text",
            "text-muted",
            "background",
            "surface",
            "border",
            "field-border",
            "primary",
            "accent",
            "primary-hover",
            "on-primary",
            "primary-background",
            "primary-border",
            "error",
            "error-background",
            "success",
            "success-background",
            "warning",
            "warning-background",
            "focus",
            "radius",
            "card-width",
            "page-width",
            "shadow",
            "font-size",
            "font",
            "heading-font");

    /** With one value for light and dark; a host that sets one of them has chosen one of the two. */
    private static final List<String> GROUNDS = List.of("text", "background", "surface");

    private static final int MAX_LENGTH = 300;
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{N} #%.,()\"'_+*/~-]+");
    private static final Pattern STRING = Pattern.compile("\"[^\"']*\"|'[^\"']*'");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z0-9_-]*)\\(");
    private static final Pattern URL = Pattern.compile("(?i)url\\(([^()]*)\\)");
    private static final Set<String> FUNCTIONS = Set.of(
            "",
            "rgb",
            "rgba",
            "hsl",
            "hsla",
            "hwb",
            "lab",
            "lch",
            "oklab",
            "oklch",
            "calc",
            "min",
            "max",
            "clamp",
            "light-dark",
            "color-mix");

    private StyleTokens() {}

    /**
     * Whether the value stays inside its declaration and loads nothing from another site. Only listed characters and
     * functions pass: no escape, comment or open bracket can hide one that is not listed.
     */
    static boolean isSafe(String value) {
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || !CHARACTERS.matcher(value).matches()) {
            return false;
        }
        String bare = STRING.matcher(value).replaceAll(" ");
        Matcher urls = URL.matcher(bare);
        if (!urls.results().allMatch(url -> SitePath.isPlain(url.group(1)))) {
            return false;
        }
        String rest = urls.replaceAll(" ");
        return !rest.contains("\"")
                && !rest.contains("'")
                && !rest.contains("/*")
                && isBalanced(rest)
                && FUNCTION.matcher(rest)
                        .results()
                        .allMatch(call -> FUNCTIONS.contains(call.group(1).toLowerCase(Locale.ROOT)));
    }

    /** What follows our style sheet and so wins over it; empty when nothing is set. */
    static String sheet(Map<String, String> tokens) {
        TreeMap<String, String> set = new TreeMap<>(tokens);
        if (GROUNDS.stream().anyMatch(ground -> isOneColour(tokens.get(ground)))) {
            set.putIfAbsent("scheme", "light");
        }
        return set.isEmpty()
                ? ""
                : set.entrySet().stream()
                        .map(token -> "  --" + token.getKey() + ": " + token.getValue() + ";\n")
                        .collect(Collectors.joining("", ":root {\n", "}\n"));
    }

    private static boolean isOneColour(@Nullable String value) {
        return value != null && !value.contains("light-dark(");
    }

    private static boolean isBalanced(String value) {
        int open = 0;
        for (char c : value.toCharArray()) {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }
}

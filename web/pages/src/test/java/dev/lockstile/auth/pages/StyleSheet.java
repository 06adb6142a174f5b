package dev.lockstile.auth.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet of the pages, as far as the colours of one element need it: no combinators, no media. */
record StyleSheet(List<Rule> rules, boolean dark) {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z-]+)\\)");

    /** @param weight of the selector: states and classes count 100, element names 1, {@code :where} nothing */
    record Rule(String selector, int weight, Map<String, String> values) {}

    private static final Pattern FUNCTION = Pattern.compile("(light-dark|color-mix)\\(([^()]*)\\)");
    private static final Pattern MIX = Pattern.compile("in srgb, (#[0-9a-f]+) (\\d+)%, (#[0-9a-f]+)");

    /** The sheet as a browser shows it in the light and in the dark. */
    static List<StyleSheet> ours() {
        return List.of(ours(false), ours(true));
    }

    private static StyleSheet ours(boolean dark) {
        try (InputStream in = PagesServlet.class.getResourceAsStream("pages.css")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), dark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StyleSheet parse(String css, boolean dark) {
        List<Rule> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?s)@media .*", ""));
        while (rule.find()) {
            Map<String, String> values = new TreeMap<>();
            for (String declaration : rule.group(2).split(";", -1)) {
                int colon = declaration.indexOf(':');
                if (colon > 0) {
                    values.put(
                            declaration.substring(0, colon).strip(),
                            declaration.substring(colon + 1).strip());
                }
            }
            for (String selector : rule.group(1).split(",", -1)) {
                rules.add(new Rule(selector.strip(), weight(selector.strip()), values));
            }
        }
        return new StyleSheet(rules, dark);
    }

    private static int weight(String selector) {
        String counted = selector.replaceAll(":where\\([^)]*\\)", "");
        int strong = (int) counted.chars().filter(c -> ".:[".indexOf(c) >= 0).count();
        return 100 * strong + (counted.matches("[a-z].*") ? 1 : 0);
    }

    /** The colour that the cascade gives to {@code element}, such as {@code button.second.small}, in one state. */
    Colour colour(String element, String state, String property) {
        return rules.stream()
                .filter(rule -> rule.values().containsKey(property) && matches(rule.selector(), element, state))
                .max(Comparator.comparingInt(Rule::weight)
                        .thenComparingInt(rules::indexOf)) // the later one of two that weigh the same
                .map(rule -> Colour.of(resolve(rule.values().get(property))))
                .orElseThrow(() -> new AssertionError(element + " has no " + property));
    }

    Colour token(String name) {
        return Colour.of(resolve("var(--" + name + ")"));
    }

    private static boolean matches(String selector, String element, String state) {
        String plain = selector.replaceAll(":where\\(([^)]*)\\)", "$1");
        if (plain.matches(".*[ >+~*\\[].*") || (plain.contains(":") && !plain.endsWith(":" + state))) {
            return false;
        }
        List<String> parts = List.of(element.split("(?=\\.)", -1));
        return List.of(plain.replaceAll(":[a-z-]+", "").split("(?=\\.)", -1)).stream()
                .allMatch(part -> part.isEmpty() || parts.contains(part));
    }

    /** The value in figures: tokens in their places, light or dark chosen, mixed colours computed. */
    private String resolve(String value) {
        Matcher variable = VARIABLE.matcher(value);
        if (variable.find()) {
            return resolve(value.replace(variable.group(), declared(variable.group(1))));
        }
        Matcher function = FUNCTION.matcher(value);
        return function.find() ? resolve(value.replace(function.group(), computed(function))) : value;
    }

    private String declared(String token) {
        return rules.stream()
                .filter(rule -> rule.selector().equals(":root"))
                .map(rule -> rule.values().get(token))
                .findFirst()
                .orElseThrow();
    }

    private String computed(Matcher function) {
        String values = function.group(2).strip();
        if (function.group(1).equals("light-dark")) {
            return values.split(",", -1)[dark ? 1 : 0].strip();
        }
        Matcher mix = MIX.matcher(values);
        if (!mix.matches()) {
            throw new AssertionError("not a mix of two colours: " + values);
        }
        double share = Integer.parseInt(mix.group(2)) / 100.0;
        return Colour.of(mix.group(1)).mixed(share, Colour.of(mix.group(3))).text();
    }

    /** A colour by its parts from 0 to 1. */
    record Colour(double red, double green, double blue) {

        static Colour of(String text) {
            if (!text.matches("#([0-9a-f]{3}|[0-9a-f]{6})")) {
                throw new AssertionError("not a colour in figures: " + text);
            }
            String digits = text.substring(1);
            String six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
            return new Colour(part(six, 0), part(six, 2), part(six, 4));
        }

        private static double part(String six, int at) {
            return Integer.parseInt(six.substring(at, at + 2), 16) / 255.0;
        }

        Colour mixed(double share, Colour other) {
            return new Colour(
                    red * share + other.red * (1 - share),
                    green * share + other.green * (1 - share),
                    blue * share + other.blue * (1 - share));
        }

        String text() {
            return "#%02x%02x%02x".formatted(byteOf(red), byteOf(green), byteOf(blue));
        }

        private static int byteOf(double part) {
            return (int) Math.round(part * 255);
        }

        /** WCAG 2.2, contrast ratio: from 1 to 21. */
        double contrast(Colour other) {
            double brighter = Math.max(luminance(), other.luminance());
            double darker = Math.min(luminance(), other.luminance());
            return (brighter + 0.05) / (darker + 0.05);
        }

        private double luminance() {
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        }

        private static double linear(double part) {
            return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
    }
}

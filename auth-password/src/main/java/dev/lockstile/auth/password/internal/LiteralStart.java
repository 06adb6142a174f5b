package dev.lockstile.auth.password.internal;

import java.util.regex.Pattern;

/**
 * The characters with which every match of a regular expression begins, so that an import, which holds millions of
 * texts against some fifty grammars, need not start fifty matchers for each.
 */
final class LiteralStart {

    private static final String SPECIAL = ".[](){}*+?^$|";
    private static final String REPEATING = "*?{";

    private LiteralStart() {}

    /** The beginning; empty where there is none, or none that this reading is sure of. */
    static String of(Pattern pattern) {
        String regex = pattern.pattern();
        if (pattern.flags() != 0 || hasChoiceOutside(regex)) {
            return "";
        }
        StringBuilder start = new StringBuilder();
        int at = 0;
        while (at < regex.length() && SPECIAL.indexOf(regex.charAt(at)) < 0) {
            boolean escaped = regex.charAt(at) == '\\';
            if (escaped && isWord(regex.charAt(at + 1))) {
                break;
            }
            start.append(regex.charAt(escaped ? at + 1 : at));
            at += escaped ? 2 : 1;
        }
        if (at < regex.length() && REPEATING.indexOf(regex.charAt(at)) >= 0 && !start.isEmpty()) {
            start.setLength(start.length() - 1); // the last one may be missing
        }
        return start.toString();
    }

    /** True when alternatives stand outside of every group; a bar that is only a character counts too. */
    private static boolean hasChoiceOutside(String regex) {
        int depth = 0;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth <= 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}

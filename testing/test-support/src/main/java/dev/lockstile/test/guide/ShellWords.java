package dev.lockstile.test.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits a simple command into words as a POSIX shell does; what is more than a simple command is refused. */
public final class ShellWords {

    private static final String MORE = "|&;<>()`*?[~!{}";

    private final String line;
    private final Map<String, String> variables;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String line, Map<String, String> variables) {
        this.line = line;
        this.variables = variables;
    }

    /** @throws IllegalArgumentException for an unknown variable, an open quotation, or pipes and the like */
    public static List<String> split(String line, Map<String, String> variables) {
        return new ShellWords(line, variables).split();
    }

    private List<String> split() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == ' ' || c == '\t') {
                endWord();
            } else if (c == '#' && !inWord) {
                break;
            } else {
                inWord = true;
                part(c);
            }
        }
        endWord();
        return words;
    }

    private void part(char c) {
        switch (c) {
            case '\'' -> quoted('\'', false);
            case '"' -> quoted('"', true);
            case '$' -> word.append(variable());
            case '\\' -> word.append(escaped());
            default -> {
                if (MORE.indexOf(c) >= 0) {
                    throw new IllegalArgumentException("more than a simple command (" + c + "): " + line);
                }
                word.append(c);
            }
        }
    }

    private void quoted(char end, boolean expanding) {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == end) {
                return;
            }
            if (expanding && c == '$') {
                word.append(variable());
            } else if (expanding && c == '\\') {
                word.append(escaped());
            } else {
                word.append(c);
            }
        }
        throw new IllegalArgumentException("a quotation that does not end: " + line);
    }

    private char escaped() {
        if (at == line.length()) {
            throw new IllegalArgumentException("nothing after the last backslash: " + line);
        }
        return line.charAt(at++);
    }

    private String variable() {
        int from = at;
        while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
            at++;
        }
        String value = variables.get(line.substring(from, at));
        if (value == null) {
            throw new IllegalArgumentException("nothing said what $" + line.substring(from, at) + " is: " + line);
        }
        return value;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}

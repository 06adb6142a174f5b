package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.database.Identifiers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in the text of a change set. Where one of them has to be quoted, all are, and then those that H2 has in
 * capitals are properties with a spelling for H2 and one for the others.
 */
final class NameMarks {

    /** The attribute of a change set in which every name is quoted. */
    static final String QUOTED = " objectQuotingStrategy=\"QUOTE_ALL_OBJECTS\"";

    private static final char NAME = '\uE000';
    private static final char LABEL = '\uE001';
    private static final char END = '\uE002';
    private static final Pattern MARKED = Pattern.compile("([" + NAME + LABEL + "])([^" + END + "]*)" + END);

    private final Set<String> folded = new TreeSet<>();

    /** A table or column, to stand in an attribute. */
    static String name(String name) {
        return NAME + Xml.attribute(name) + END;
    }

    /** An index or constraint, to stand in an attribute: no query names it, so that its letters may differ. */
    static String label(String name) {
        return LABEL + Xml.attribute(name) + END;
    }

    /** True when some name in the text has to be quoted. */
    static boolean isQuoted(String text) {
        return MARKED.matcher(text).results().anyMatch(mark -> Identifiers.isQuoted(mark.group(2)));
    }

    /** The text with its names, for a change set that quotes all or none. */
    String write(String text, boolean quoted) {
        return replaced(text, mark -> mark.group(1).charAt(0) == NAME ? folding(mark.group(2), quoted) : mark.group(2));
    }

    private String folding(String name, boolean quoted) {
        if (!quoted || Identifiers.isQuoted(name)) {
            return name;
        }
        folded.add(name);
        return "${name." + name + "}";
    }

    /** The properties that were used, for the head of the file. */
    String head() {
        StringBuilder out = new StringBuilder();
        folded.forEach(name ->
                out.append(property(name, name.toUpperCase(Locale.ROOT), "h2")).append(property(name, name, "!h2")));
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private static String property(String name, String value, String dbms) {
        return "    <property name=\"name." + name + "\" value=\"" + value + "\" dbms=\"" + dbms
                + "\" global=\"false\"/>\n";
    }

    private static String replaced(String text, Function<Matcher, String> with) {
        Matcher marks = MARKED.matcher(text);
        StringBuilder out = new StringBuilder();
        while (marks.find()) {
            marks.appendReplacement(out, Matcher.quoteReplacement(with.apply(marks)));
        }
        return marks.appendTail(out).toString();
    }
}

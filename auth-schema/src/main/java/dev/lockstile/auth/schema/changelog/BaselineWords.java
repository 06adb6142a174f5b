package dev.lockstile.auth.schema.changelog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comment of a baseline's change set says, so that {@code migrate} knows it again. */
public final class BaselineWords {

    /** How the words about every table and column that a takeover found end. */
    public static final String FOUND = " as it was found";

    /** What the database stands behind in which it was found. */
    public static final String PLACE = "; in database ";

    /** What the names of the tables stand behind that were there at the takeover and stayed out of it. */
    public static final String BESIDE = "; seen beside it: ";

    /** What the names of the table's columns stand behind where statements of one database make it. */
    public static final String COLUMNS = "; its columns: ";

    /** What stands between those names, and behind the last. */
    public static final String NEXT = " | ";

    private static final Pattern TABLE = Pattern.compile("(?s)^table (.+?)" + FOUND + ".*");

    private static final Pattern COLUMN = Pattern.compile("(?s)^column ([^.]+\\..+?)" + FOUND + ".*");

    private BaselineWords() {}

    /**
     * {@return the table that a change set makes as it was found; empty for any other change set}
     *
     * @param comment of the change set
     */
    public static Optional<String> table(String comment) {
        return Optional.of(TABLE.matcher(comment)).filter(Matcher::matches).map(found -> found.group(1));
    }

    /**
     * {@return the column, as {@code table.column}, that a change set adds as it was found; empty for any other change
     * set}
     *
     * @param comment of the change set
     */
    public static Optional<String> column(String comment) {
        return Optional.of(COLUMN.matcher(comment)).filter(Matcher::matches).map(found -> found.group(1));
    }

    /**
     * {@return the names that a comment lists behind these words; empty where it has none}
     *
     * @param comment of the change set
     * @param words {@link #BESIDE} or {@link #COLUMNS}
     */
    public static List<String> names(String comment, String words) {
        int begin = comment.indexOf(words);
        if (begin < 0) {
            return List.of();
        }
        String rest = comment.substring(begin + words.length());
        int next = rest.indexOf(NEXT + ";");
        String names = next < 0 ? rest : rest.substring(0, next + NEXT.length());
        int end = names.lastIndexOf(NEXT);
        return end < 0 ? List.of() : List.of(names.substring(0, end).split(Pattern.quote(NEXT)));
    }

    /**
     * {@return these words and the names, as {@link #names} reads them; empty without names}
     *
     * @param words {@link #BESIDE} or {@link #COLUMNS}
     * @param names in the order in which they are to stand
     */
    public static String listed(String words, Collection<String> names) {
        return names.isEmpty() ? "" : words + String.join(NEXT, names) + NEXT;
    }
}

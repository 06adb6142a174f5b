package dev.lockstile.auth.schema.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Statements that name the rows they change: each column of the primary key is given as one value or a list of values.
 */
final class RowsByKey {

    private static final String CAST = "(?:::[\\w$ ]+(?: \\(\\d+\\))?(?:\\[\\])?)?";
    private static final String VALUE = "(?:-?\\d+|''|\\?)" + CAST;
    private static final String VALUES = VALUE + "(?:, " + VALUE + ")*";
    private static final String GIVEN = " ?(?:= ?" + VALUE + "|in \\(" + VALUES + "\\)|= ?any \\((?:array ?\\[" + VALUES
            + "\\]|'')" + CAST + "\\))";

    private RowsByKey() {}

    static boolean named(Statement statement, KnownSchema known) {
        List<String> key = known.key(statement.table());
        if (key.isEmpty() || !statement.has("^(update|delete) ")) {
            return false;
        }
        List<String> conditions = conditions(statement.text());
        return key.stream().allMatch(column -> {
            Pattern given = Pattern.compile("\\(?" + Pattern.quote(column) + GIVEN + "\\)?");
            return conditions.stream()
                    .anyMatch(condition -> given.matcher(condition).matches());
        });
    }

    /** The parts of the condition that all have to hold; none where there is an alternative. */
    private static List<String> conditions(String text) {
        List<String> conditions = new ArrayList<>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                continue;
            }
            if (text.startsWith(" where ", i)) {
                start = i + " where ".length();
            } else if (start >= 0 && text.startsWith(" or ", i)) {
                return List.of();
            } else if (start >= 0 && (text.startsWith(" and ", i) || text.startsWith(" returning ", i))) {
                conditions.add(text.substring(start, i));
                start = text.startsWith(" and ", i) ? i + " and ".length() : -1;
            }
        }
        if (start >= 0) {
            conditions.add(text.substring(start));
        }
        return conditions;
    }
}

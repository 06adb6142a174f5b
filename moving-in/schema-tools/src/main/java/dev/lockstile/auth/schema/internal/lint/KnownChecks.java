package dev.lockstile.auth.schema.internal.lint;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of tables that hold for every row, and what they prove. */
final class KnownChecks {

    private static final Pattern ADDED =
            Pattern.compile("^add (?:constraint ([\\w$]+) )?check (\\(.*\\))( not valid)?$");
    private static final Pattern VALIDATED = Pattern.compile("^validate constraint ([\\w$]+)");
    private static final Pattern DROPPED = Pattern.compile("^drop constraint (?:if exists )?([\\w$]+)");
    private static final Pattern INSIDE = Pattern.compile("(?:constraint ([\\w$]+) )?check (\\(.*)");
    private static final Pattern NOT_NULL = Pattern.compile("^\\(+([\\w$]+) is not null\\)+");

    private final Set<Check> checks = new HashSet<>();

    private record Check(String table, String name, String condition, boolean proven) {}

    void take(Statement statement) {
        String table = String.valueOf(statement.table());
        if (statement.createsTable()) {
            Actions.parts(statement).forEach(part -> add(table, INSIDE.matcher(part), true));
        }
        for (String action : Actions.of(statement)) {
            add(table, ADDED.matcher(action), !action.endsWith(" not valid"));
            Matcher validated = VALIDATED.matcher(action);
            if (validated.find()) {
                prove(table, validated.group(1));
            }
            Matcher dropped = DROPPED.matcher(action);
            if (dropped.find()) {
                checks.removeIf(
                        check -> check.table().equals(table) && check.name().equals(dropped.group(1)));
            }
        }
    }

    /** Whether a proven check says that the column has no nulls. */
    boolean proveNotNull(@Nullable String table, String column) {
        return checks.stream().filter(check -> isProven(check, table)).anyMatch(check -> {
            Matcher notNull = NOT_NULL.matcher(check.condition());
            return notNull.find() && notNull.group(1).equals(column);
        });
    }

    /** Whether the table has a proven check of its values, as the bounds of a partition want one. */
    boolean boundsAreProven(String table) {
        return checks.stream()
                .anyMatch(check -> isProven(check, table)
                        && !NOT_NULL.matcher(check.condition()).find());
    }

    /** Whether a check names the column, so that it is read anew when the column gets another type. */
    boolean name(@Nullable String table, String column) {
        Pattern named = Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])");
        return checks.stream()
                .anyMatch(check -> check.table().equals(table)
                        && named.matcher(check.condition()).find());
    }

    private static boolean isProven(Check check, @Nullable String table) {
        return check.proven() && check.table().equals(table);
    }

    private void add(String table, Matcher found, boolean proven) {
        if (found.find()) {
            checks.add(new Check(table, String.valueOf(found.group(1)), found.group(2), proven));
        }
    }

    private void prove(String table, String name) {
        for (Check check : Set.copyOf(checks)) {
            if (check.table().equals(table) && check.name().equals(name)) {
                checks.remove(check);
                checks.add(new Check(table, name, check.condition(), true));
            }
        }
    }
}

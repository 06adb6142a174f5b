package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S14, S20: what is dropped that is neither a table nor a part of one. Who makes it anew at once drops nothing. */
final class DroppedObjects {

    private static final Pattern DROP = Pattern.compile(
            "^drop (schema|database|view|materialized view|sequence|type|domain|function|procedure) (?:if exists )?([\\w$]+)");

    private DroppedObjects() {}

    static void look(Statement statement, LintedChangeSet changeSet, LintRun run) {
        Matcher drop = statement.find(DROP);
        if (drop == null || run.known.objects().isFresh(drop.group(1), drop.group(2))) {
            return;
        }
        String what = "the " + drop.group(1) + " " + drop.group(2);
        if (!RemovalRules.saysUnused(changeSet)) {
            run.report(LintRule.S14, changeSet, what + " is dropped, and nothing says since when it is unused");
        }
        boolean holdsRows = drop.group(1).matches("schema|database");
        if (holdsRows && !RemovalRules.agreed(changeSet)) {
            run.report(LintRule.S20, changeSet, "takes away all that is in " + what);
        }
    }
}

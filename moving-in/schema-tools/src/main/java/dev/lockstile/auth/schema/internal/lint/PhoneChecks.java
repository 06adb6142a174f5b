package dev.lockstile.auth.schema.internal.lint;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns for which some change set adds a CHECK that begins as E.164 does. */
final class PhoneChecks {

    private static final Pattern CHECK = Pattern.compile("check \\(+([\\w$]+) .*\\+.*\\[1-9]");

    private PhoneChecks() {}

    static void collect(LintedChangeSet changeSet, Set<String> columns) {
        for (Statement statement : changeSet.all()) {
            Matcher check = CHECK.matcher(statement.full());
            while (check.find()) {
                columns.add(statement.table() + "." + check.group(1));
            }
        }
    }
}

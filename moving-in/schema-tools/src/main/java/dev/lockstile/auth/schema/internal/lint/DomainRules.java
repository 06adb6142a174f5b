package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** S7, S21: domains of PostgreSQL with a check, which holds for the columns of every table that has one. */
final class DomainRules {

    private static final Pattern CREATED = Pattern.compile("^create domain ([\\w$]+) .*\\b(?:check \\(|not null\\b)");
    private static final Pattern CHANGED = Pattern.compile(
            "^alter domain ([\\w$]+) (add (?:constraint [\\w$]+ )?(?:check|not null)|set not null|validate constraint)\\b");

    private DomainRules() {}

    /** The domain with a check that a statement makes, or null. */
    static @Nullable String created(Statement statement) {
        Matcher created = statement.find(CREATED);
        return created == null ? null : created.group(1);
    }

    static void look(Statement statement, LintedChangeSet changeSet, LintRun run) {
        String domain = created(statement);
        if (domain != null) {
            run.report(
                    LintRule.S21,
                    changeSet,
                    "the domain " + domain
                            + " has a check, so that a column of it cannot be added nor its check changed"
                            + " without reading whole tables under a lock",
                    "a plain type, and the check as a constraint of the table");
        }
        Matcher changed = statement.find(CHANGED);
        if (changed != null && !statement.has(" not valid$") && !run.known.isFreshDomain(changed.group(1))) {
            run.report(
                    LintRule.S7,
                    changeSet,
                    "a check of the domain " + changed.group(1)
                            + " is validated for all its tables, which cannot be written meanwhile",
                    "leave the domain with NOT VALID, and add the check to each table: ADD CONSTRAINT ... NOT VALID,"
                            + " then VALIDATE CONSTRAINT in a later change set");
        }
    }
}

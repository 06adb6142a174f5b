package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules go by.
 *
 * @param lockTimeout with which the migration is run, null when none was given
 * @param model what the entities are mapped to now
 * @param previousModel what those of the release before are mapped to
 * @param waived rules that are waived altogether
 * @param missing what each change set names and is not there
 * @param columns those of the database, by {@code table.column}; empty where there is none
 * @param objects statements that would make what the database has besides; empty where there is none
 */
record LintSettings(
        @Nullable Duration lockTimeout,
        @Nullable MappedColumns model,
        @Nullable MappedColumns previousModel,
        Set<LintRule> waived,
        Map<String, List<String>> missing,
        Map<String, ColumnDef> columns,
        List<Statement> objects) {

    /** The same, with the timeout of a session where none was given. */
    LintSettings orLockTimeout(@Nullable Duration session) {
        return new LintSettings(
                lockTimeout == null ? session : lockTimeout, model, previousModel, waived, missing, columns, objects);
    }

    LintSettings withMissing(Map<String, List<String>> found) {
        return new LintSettings(lockTimeout, model, previousModel, waived, found, columns, objects);
    }

    LintSettings withCatalogue(Map<String, ColumnDef> found, List<Statement> made) {
        return new LintSettings(lockTimeout, model, previousModel, waived, missing, found, made);
    }

    List<String> missing(String changeSet) {
        return missing.getOrDefault(changeSet, List.of());
    }
}

package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.Node;
import org.jspecify.annotations.Nullable;

/**
 * A change set that makes a table or column unless it is there, on a database that has it: it will be marked as run,
 * and run nothing.
 */
final class ThereAlready {

    private ThereAlready() {}

    static boolean passesOver(LintedChangeSet changeSet, KnownSchema known) {
        String table = condition(changeSet);
        return table != null && known.isThere(table) || hasColumn(changeSet, known);
    }

    private static boolean hasColumn(LintedChangeSet changeSet, KnownSchema known) {
        Node exists = missing(changeSet, "columnExists");
        String table = exists == null ? null : plain(exists.attribute("tableName"));
        String column = exists == null ? null : plain(exists.attribute("columnName"));
        return table != null && column != null && known.isThere(table, column);
    }

    /** The table that has to be missing, or null where there is no such condition. */
    static @Nullable String condition(LintedChangeSet changeSet) {
        Node exists = missing(changeSet, "tableExists");
        return exists == null ? null : plain(exists.attribute("tableName"));
    }

    /** What has to be missing, or null where there is no such condition, or another one beside it. */
    private static @Nullable Node missing(LintedChangeSet changeSet, String kind) {
        Node conditions = changeSet.scanned().node().child("preConditions");
        if (conditions == null
                || !conditions.has("onFail", "MARK_RAN")
                || conditions.children().size() != 1) {
            return null;
        }
        Node not = conditions.child("not");
        return not == null ? null : not.child(kind);
    }

    private static @Nullable String plain(@Nullable String name) {
        return name == null ? null : name.replaceAll("[\"`]", "");
    }
}

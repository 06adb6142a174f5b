package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.internal.changelog.Node;
import org.jspecify.annotations.Nullable;

/** A change set that makes a table unless it is there, on a database that has it: it will be marked as run, and run nothing. */
final class ThereAlready {

    private ThereAlready() {}

    static boolean passesOver(LintedChangeSet changeSet, KnownSchema known) {
        String table = condition(changeSet);
        return table != null && known.isThere(table);
    }

    /** The table that has to be missing, or null where there is no such condition. */
    static @Nullable String condition(LintedChangeSet changeSet) {
        Node conditions = changeSet.scanned().node().child("preConditions");
        if (conditions == null || !conditions.has("onFail", "MARK_RAN")) {
            return null;
        }
        Node not = conditions.child("not");
        Node exists = not == null ? null : not.child("tableExists");
        return exists == null || conditions.children().size() != 1 ? null : plain(exists.attribute("tableName"));
    }

    private static @Nullable String plain(@Nullable String name) {
        return name == null ? null : name.replaceAll("[\"`]", "");
    }
}

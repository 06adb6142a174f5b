package dev.lockstile.auth.schema.internal.lint;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Generated files of which a part has run, since a migration ended half-way. They are not edited, so that a table made
 * by the part that ran is as new as it would be if nothing of the file had run.
 */
record ResumedFiles(Set<String> paths) {

    private static final String GENERATED = "makemigrations";

    static ResumedFiles of(List<LintedChangeSet> changeSets, Predicate<String> pending) {
        return new ResumedFiles(changeSets.stream()
                .filter(changeSet -> isGenerated(changeSet) && pending.test(changeSet.key()))
                .map(changeSet -> changeSet.scanned().key().path())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a change set that ran made tables which are new all the same. A table that was found is in use. */
    boolean makesNewTables(LintedChangeSet changeSet) {
        return isGenerated(changeSet)
                && paths.contains(changeSet.scanned().key().path())
                && ThereAlready.condition(changeSet) == null;
    }

    private static boolean isGenerated(LintedChangeSet changeSet) {
        return changeSet.scanned().key().author().equals(GENERATED);
    }
}

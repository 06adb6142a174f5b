package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.internal.history.StoredKeys;
import dev.lockstile.auth.schema.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What ran on a database against what the changelog has: nothing may be gone, moved or renamed. */
final class DatabaseChecks {

    private final List<ScannedChangeSet> pending = new ArrayList<>();
    private final Set<ChangeSetKey> known = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private DatabaseChecks(ChangelogScan scan, List<RanRow> rows) {
        Set<ChangeSetKey> ran = new HashSet<>();
        rows.forEach(row -> ran.add(row.key()));
        for (ScannedChangeSet changeSet : scan.changeSets()) {
            Set<ChangeSetKey> keys = StoredKeys.of(scan, changeSet);
            known.addAll(keys);
            if (keys.stream().noneMatch(ran::contains)) {
                pending.add(changeSet);
            }
        }
    }

    /** {@code foreign} tells the rows of other changelogs, which share the table, by their path. */
    static List<Finding> of(ChangelogScan scan, List<RanRow> rows, Predicate<String> foreign) {
        DatabaseChecks checks = new DatabaseChecks(scan, rows);
        rows.stream()
                .filter(row -> !checks.known.contains(row.key())
                        && !foreign.test(row.key().path()))
                .forEach(checks::lost);
        return checks.findings;
    }

    private void lost(RanRow row) {
        ChangeSetKey key = row.key();
        Optional<ScannedChangeSet> moved = pendingWhere(other -> other.differsInPathOnly(key));
        Optional<ScannedChangeSet> renamed = pendingWhere(other -> other.path().equals(key.path())
                && (other.id().equals(key.id()) || other.author().equals(key.author())));
        if (moved.isPresent()) {
            String file = moved.get().file();
            add(
                    "HG-11",
                    row,
                    "ran from " + key.path() + ", but now lies in " + file + " and would run again",
                    "write logicalFilePath=\"" + key.path() + "\" on " + file);
        } else if (renamed.isPresent()) {
            ChangeSetKey other = renamed.get().key();
            add(
                    "HG-12",
                    row,
                    "ran, but the changelog has " + other.id() + " by " + other.author()
                            + " in its place, which would run again",
                    "give it its id " + key.id() + " and its author " + key.author() + " back");
        } else {
            add(
                    "HG-10",
                    row,
                    "ran at " + row.ranAt() + ", but is gone from the changelog",
                    "put it back as it was; to undo what it did, write a new change set");
        }
    }

    private Optional<ScannedChangeSet> pendingWhere(Predicate<ChangeSetKey> wanted) {
        return pending.stream()
                .filter(changeSet -> wanted.test(changeSet.key()))
                .findFirst();
    }

    private void add(String id, RanRow row, String what, String fix) {
        findings.add(new Finding(id, row.key().toString(), what, fix));
    }
}

package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.report.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which released change sets run. Each line says which change set came right before, when it was released;
 * a later release may have put others between, each with a line of its own, so that the lines together tell one order.
 * Within a file, what is new comes after all that was released: a database that has run the released ones would run the
 * new one last, and a fresh one would run it earlier.
 */
final class LockedOrder {

    private static final String FIRST = "-";

    private LockedOrder() {}

    static List<LockLine> of(ChangelogScan scan) {
        List<LockLine> lines = new ArrayList<>();
        String before = FIRST;
        for (ScannedChangeSet changeSet : scan.changeSets()) {
            String key = changeSet.key().toString();
            lines.add(new LockLine(LockLine.Kind.ORDER, key, before));
            before = key;
        }
        return lines;
    }

    /** What stands elsewhere than it did; nothing for a lock that was written before there were such lines. */
    static List<Finding> broken(Collection<LockLine> lines, ChangelogScan scan) {
        List<String> released = new ArrayList<>();
        for (LockLine line : lines) {
            if (line.kind() == LockLine.Kind.ORDER) {
                released.add(released.indexOf(line.mark()) + 1, line.name());
            }
        }
        List<Finding> findings = new ArrayList<>(moved(released, scan));
        if (!released.isEmpty()) {
            findings.addAll(early(new HashSet<>(released), scan));
        }
        return findings;
    }

    private static List<Finding> moved(List<String> released, ChangelogScan scan) {
        Map<String, Integer> places = new HashMap<>();
        released.forEach(key -> places.put(key, places.size()));
        List<String> now = scan.changeSets().stream()
                .map(changeSet -> changeSet.key().toString())
                .filter(places::containsKey)
                .distinct()
                .toList();
        Set<String> unmoved = new HashSet<>(LongestRun.of(now, places));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            String key = now.get(i);
            if (!unmoved.contains(key)) {
                int place = places.getOrDefault(key, 0);
                String was = place == 0 ? "first" : "after " + released.get(place - 1);
                String is = i == 0 ? "first" : "after " + now.get(i - 1);
                findings.add(new Finding(
                        "HG-23",
                        key,
                        "was released to run " + was + ", and now runs " + is
                                + ": a fresh database would run it in another order than the others did",
                        "put it, or the include of its file, back where it was"));
            }
        }
        return findings;
    }

    private static List<Finding> early(Set<String> released, ChangelogScan scan) {
        List<Finding> findings = new ArrayList<>();
        Set<String> later = new HashSet<>();
        Map<String, ScannedFile> files = new HashMap<>();
        scan.files().forEach(file -> files.putIfAbsent(file.path(), file));
        Set<String> holding = new HashSet<>();
        List<ScannedChangeSet> all = scan.changeSets();
        all.stream()
                .filter(changeSet -> released.contains(changeSet.key().toString()))
                .forEach(changeSet -> holding.addAll(chain(files.get(changeSet.file()))));
        for (int i = all.size() - 1; i >= 0; i--) {
            ScannedChangeSet changeSet = all.get(i);
            List<String> chain = chain(files.get(changeSet.file()));
            if (released.contains(changeSet.key().toString())) {
                later.addAll(chain);
            } else {
                String list =
                        chain.stream().filter(holding::contains).findFirst().orElse("");
                if (later.contains(list)) {
                    findings.add(0, early(changeSet.key().toString(), list));
                }
            }
        }
        return findings;
    }

    private static Finding early(String key, String list) {
        return new Finding(
                "HG-24",
                key,
                "is new, and comes in " + list + " before what was released: a fresh database would run it earlier than"
                        + " the others",
                "put it, or the include of its file, at the end of " + list);
    }

    /** A file and those that include it, from the inside out. */
    private static List<String> chain(@Nullable ScannedFile file) {
        List<String> chain = new ArrayList<>();
        for (ScannedFile at = file; at != null; at = at.includer()) {
            chain.add(at.path());
        }
        return chain;
    }
}

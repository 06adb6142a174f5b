package dev.lockstile.auth.schema.internal.changelog;

import java.util.List;

/** All that a changelog consists of and names, in the order in which it runs. */
public record ChangelogScan(
        String root, List<ScannedFile> files, List<ScannedChangeSet> changeSets, List<ScanProblem> problems) {

    public ChangelogScan {
        files = List.copyOf(files);
        changeSets = List.copyOf(changeSets);
        problems = List.copyOf(problems);
    }
}

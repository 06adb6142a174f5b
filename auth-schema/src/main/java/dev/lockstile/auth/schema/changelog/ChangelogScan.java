package dev.lockstile.auth.schema.changelog;

import java.util.List;
import java.util.Set;

/**
 * All that a changelog consists of and names, in the order in which it runs.
 *
 * @param properties in the order in which they are set
 * @param twice files with change sets that are included more than once
 */
public record ChangelogScan(
        String root,
        List<ScannedFile> files,
        List<ScannedChangeSet> changeSets,
        List<ScanProblem> problems,
        List<ScannedProperty> properties,
        Set<String> twice) {

    public ChangelogScan {
        files = List.copyOf(files);
        changeSets = List.copyOf(changeSets);
        problems = List.copyOf(problems);
        properties = List.copyOf(properties);
        twice = Set.copyOf(twice);
    }
}

package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ChangelogFiles;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.Reference;
import dev.lockstile.auth.schema.changelog.ScanProblem;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.report.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be told from the files and classes alone: everything named is there, once, and of the right kind. */
final class FileChecks {

    private final ChangelogScan scan;
    private final ChangelogFiles files;
    private final ClassCheck classes;
    private final List<Finding> findings = new ArrayList<>();

    private FileChecks(ChangelogScan scan, ChangelogFiles files, ClassCheck classes) {
        this.scan = scan;
        this.files = files;
        this.classes = classes;
    }

    static List<Finding> of(ChangelogScan scan, ChangelogFiles files, ClassCheck classes) {
        FileChecks checks = new FileChecks(scan, files, classes);
        scan.problems().forEach(checks::unreadable);
        scan.files().forEach(checks::file);
        Set<ChangeSetKey> seen = new HashSet<>();
        scan.changeSets().forEach(changeSet -> checks.changeSet(changeSet, seen));
        return checks.findings;
    }

    private void unreadable(ScanProblem problem) {
        add("HG-05", problem.file(), "cannot be read: " + problem.what(), "put the file right");
    }

    private void file(ScannedFile file) {
        ScannedFile includer = file.includer();
        if (file.copies() == 0) {
            String by = includer == null ? "" : ", which " + includer.path() + " includes,";
            add("HG-04", file.path(), "the changelog" + by + " is missing", Fixes.keepFile(file.path()));
        }
        duplicates(file.path(), file.path(), file.copies());
        if (scan.twice().contains(file.path())) {
            add("HG-08", file.path(), "is included more than once", "include it once, where it was first");
        }
        if (includer != null && includer.logicalPath() != null && file.logicalPath() == null && bare(file)) {
            add(
                    "HG-07",
                    file.path(),
                    "only " + includer.path() + ", which includes it, has a logicalFilePath: which path is stored"
                            + " for its change sets depends on the version of Liquibase",
                    "write logicalFilePath=\"" + file.path() + "\" on " + file.path()
                            + ", or the path under which its change sets are stored already");
        }
        file.references().forEach(reference -> reference(file.path(), reference));
    }

    /** Whether any change set of that file has no logical path of its own. */
    private boolean bare(ScannedFile file) {
        return scan.changeSets().stream()
                .anyMatch(c -> c.file().equals(file.path()) && c.node().attribute("logicalFilePath") == null);
    }

    private void changeSet(ScannedChangeSet changeSet, Set<ChangeSetKey> seen) {
        String where = changeSet.key().toString();
        if (!seen.add(changeSet.key())) {
            add("HG-08", where, "is there twice", "give the newer one an id of its own");
        }
        changeSet.references().forEach(reference -> reference(where, reference));
    }

    private void reference(String where, Reference reference) {
        switch (reference.kind()) {
            case CLASS -> type(where, reference);
            case RESOURCE -> resource(where, reference);
            case CHANGELOG ->
                add("HG-04", where, "nothing lies below " + reference.name(), Fixes.keepFile(reference.name()));
        }
    }

    private void type(String where, Reference reference) {
        String name = "the class " + reference.name() + " (" + reference.place() + ")";
        Class<?> type = classes.load(reference.name());
        if (type == null) {
            String silent =
                    reference.skipsSilently() ? "; onFail=MARK_RAN would mark it as run without running it" : "";
            add("HG-01", where, name + " is missing" + silent, Fixes.shim(reference.name()));
            return;
        }
        String fault = classes.fault(type, reference.role());
        if (fault != null) {
            add("HG-02", where, name + " " + fault, Fixes.shim(reference.name()));
        }
    }

    private void resource(String where, Reference reference) {
        String path = reference.name();
        try {
            int copies = files.copies(path);
            if (copies == 0) {
                String what = "the file " + path + " (" + reference.place() + ") is missing";
                add("HG-03", where, what, Fixes.keepFile(path));
            }
            duplicates(where, path, copies);
        } catch (IOException e) {
            add("HG-03", where, path + " cannot be looked for: " + e.getMessage(), "put the class path right");
        }
    }

    private void duplicates(String where, String path, int copies) {
        if (copies > 1) {
            add(
                    "HG-09",
                    where,
                    "there are " + copies + " files " + path + ": Liquibase refuses them, or takes any",
                    "keep one of them; prefix the paths of a library with its name");
        }
    }

    private void add(String id, String where, String what, String fix) {
        findings.add(new Finding(id, where, what, fix));
    }
}

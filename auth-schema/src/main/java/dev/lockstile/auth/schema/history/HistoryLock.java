package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangelogFiles;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.Reference;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.report.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever released of a history: change sets and files with a digest of their content, and the classes they
 * name. The file is committed, grows at its end at each release, and is never edited; a test of the build compares it
 * with the changelog and fails when a thing vanishes or changes. The digest of a change set covers all that is written
 * in it, so that an edited rollback or precondition shows too, which Liquibase's checksum leaves out; it does not
 * depend on the host's parameters nor on the version of Liquibase. Properties that a changelog sets, the order of the
 * change sets, and those that run again are listed too; what runs again may change its text, not its settings.
 */
public final class HistoryLock {

    private static final String HEAD =
            "# What was released of this history. Lines are added at the end and never edited.\n";

    private final Set<LockLine> lines;

    private HistoryLock(Set<LockLine> lines) {
        this.lines = lines;
    }

    /**
     * {@return the lock that a file holds}
     *
     * @param in in UTF-8; stays open
     * @throws IOException when it cannot be read
     */
    public static HistoryLock read(InputStream in) throws IOException {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /**
     * {@return the lock that a text holds}
     *
     * @param text the content of a lock file
     * @throws IllegalArgumentException when a line makes no sense
     */
    public static HistoryLock parse(String text) {
        return new HistoryLock(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(LockLine::parse)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    static HistoryLock of(ChangelogScan scan, ChangelogFiles files) {
        Set<LockLine> lines = new LinkedHashSet<>();
        for (ScannedFile file : scan.files()) {
            lines.add(new LockLine(LockLine.Kind.CHANGELOG, file.path(), file.ignored() ? "ignored" : file.settings()));
            file.references().forEach(reference -> add(reference, files, lines));
        }
        for (ScannedChangeSet changeSet : scan.changeSets()) {
            lines.add(new LockLine(LockLine.Kind.CHANGESET, changeSet.key().toString(), changeSet.lockMark()));
            changeSet.references().stream()
                    .filter(named -> named.kind() == Reference.Kind.CLASS || !changeSet.runsAgain())
                    .forEach(reference -> add(reference, files, lines));
        }
        lines.addAll(LockedProperties.of(scan));
        lines.addAll(LockedOrder.of(scan));
        return new HistoryLock(lines);
    }

    /**
     * {@return whether that change set, as {@code path::id::author}, was released}
     *
     * @param changeSet as {@code path::id::author}
     */
    public boolean hasReleased(String changeSet) {
        return lines.stream()
                .anyMatch(l -> l.kind() == LockLine.Kind.CHANGESET && l.name().equals(changeSet));
    }

    /**
     * {@return this lock and, after its lines, what {@code present} has that it has not} What changed or vanished keeps
     * its old line, so that it stays a finding.
     *
     * @param present as {@link HistoryGuard#present()} tells it
     */
    public HistoryLock with(HistoryLock present) {
        Set<LockLine> all = new LinkedHashSet<>(lines);
        present.lines.stream()
                .filter(line -> lines.stream().noneMatch(line::sameThing))
                .forEach(all::add);
        return new HistoryLock(all);
    }

    /** {@return how many things it lists} */
    public int size() {
        return (int) lines.stream()
                .filter(line -> line.kind() != LockLine.Kind.ORDER)
                .count();
    }

    /** The text of the file. */
    @Override
    public String toString() {
        return lines.stream().map(LockLine::toString).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    List<Finding> brokenBy(ChangelogScan scan, ChangelogFiles files, ClassCheck classes) {
        HistoryLock present = of(scan, files);
        List<Finding> findings = new ArrayList<>();
        lines.stream()
                .filter(line -> line.kind() != LockLine.Kind.ORDER)
                .map(line -> line.kind() == LockLine.Kind.CLASS ? loads(line, classes) : present.keeps(line))
                .filter(Objects::nonNull)
                .forEach(findings::add);
        findings.addAll(LockedOrder.broken(lines, scan));
        return findings;
    }

    private static @Nullable Finding loads(LockLine line, ClassCheck classes) {
        return classes.load(line.name()) != null
                ? null
                : new Finding("HG-22", line.name(), "was released and is missing", Fixes.shim(line.name()));
    }

    private @Nullable Finding keeps(LockLine line) {
        Optional<LockLine> now = lines.stream().filter(line::sameThing).findFirst();
        if (now.isEmpty() && line.kind() == LockLine.Kind.CHANGELOG && holdsPath(line.name())) {
            return null; // the file lies elsewhere, and says where it was
        }
        if (now.isEmpty()) {
            return new Finding("HG-20", line.name(), "was released and is gone", "put it back as it was");
        }
        return now.get().mark().equals(line.mark())
                ? null
                : new Finding(
                        "HG-21",
                        line.name(),
                        "was edited after its release",
                        "put it back as it was; what should be different goes into a new change set");
    }

    private boolean holdsPath(String path) {
        return lines.stream()
                .anyMatch(l -> l.kind() == LockLine.Kind.CHANGESET && l.name().startsWith(path + "::"));
    }

    private static void add(Reference reference, ChangelogFiles files, Set<LockLine> lines) {
        switch (reference.kind()) {
            case CLASS -> lines.add(new LockLine(LockLine.Kind.CLASS, reference.name(), reference.role()));
            case RESOURCE ->
                lines.add(new LockLine(LockLine.Kind.RESOURCE, reference.name(), digest(files, reference)));
            case CHANGELOG -> {}
        }
    }

    private static String digest(ChangelogFiles files, Reference reference) {
        try {
            return files.digest(reference.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.lockstile.auth.imports.files;

import dev.lockstile.auth.imports.files.FileCopyReport.State;
import dev.lockstile.auth.imports.files.FileStore.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies files from one store to another, under the same names. A file that the target store has with the same bytes is
 * skipped, so that an interrupted run continues when it is called again. A file with other bytes is replaced only where
 * that is allowed. Files are compared by SHA-256. The source store is never written to. For one thread.
 */
public final class FileCopy {

    private final FileStore from;
    private final FileStore to;
    private final boolean overwriting;
    private final BiConsumer<String, State> watch;

    /**
     * Creates a copy of files.
     *
     * @param from the source store
     * @param to the target store
     * @param overwriting true to replace a file of the target store that has other bytes
     * @param watch receives the name and state of each file for which {@link State#isTrouble()} is true
     */
    public FileCopy(FileStore from, FileStore to, boolean overwriting, BiConsumer<String, State> watch) {
        this.from = from;
        this.to = to;
        this.overwriting = overwriting;
        this.watch = watch;
    }

    /**
     * Compares all files and writes none.
     *
     * @param named the files to copy; null for all of the source store
     * @return the counts of a run
     * @throws IOException when a store does not answer
     */
    public FileCopyReport plan(@Nullable Collection<String> named) throws IOException {
        return work(named, true);
    }

    /**
     * Copies the files.
     *
     * @param named the files to copy; null for all of the source store
     * @return the counts
     * @throws IOException when a store does not answer; files that were copied stay
     */
    public FileCopyReport run(@Nullable Collection<String> named) throws IOException {
        return work(named, false);
    }

    private FileCopyReport work(@Nullable Collection<String> named, boolean dryRun) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (named == null) {
            from.names(names::add);
        } else {
            names.addAll(named);
        }
        FileCopyReport report = new FileCopyReport(from.description(), to.description(), dryRun);
        Path buffer = Files.createTempFile("lockstile-file", null);
        try {
            for (String name : names) {
                State state = outcome(name, buffer, report, dryRun);
                report.count(state);
                if (state.isTrouble()) {
                    watch.accept(name, state);
                }
            }
        } finally {
            Files.deleteIfExists(buffer);
        }
        return report;
    }

    private State outcome(String name, Path buffer, FileCopyReport report, boolean dryRun) throws IOException {
        Optional<StoredFile> source;
        Optional<StoredFile> existing;
        try {
            source = from.find(name);
            existing = to.find(name);
        } catch (IllegalArgumentException e) {
            return State.NAME_REFUSED;
        }
        if (source.isEmpty()) {
            return State.MISSING;
        }
        if (existing.isPresent()) {
            if (isSame(name, source.get(), existing.get())) {
                return State.EQUAL;
            }
            if (!overwriting) {
                return State.DIFFERS;
            }
        }
        if (dryRun) {
            report.bytes(source.get().size());
            return State.COPIED;
        }
        String sha256 = fetched(name, buffer);
        if (Files.size(buffer) != source.get().size()
                || !source.get().sha256().orElse(sha256).equals(sha256)) {
            return State.CHANGED_MEANWHILE;
        }
        try {
            to.write(name, buffer, sha256);
        } catch (IllegalArgumentException e) {
            return State.NAME_REFUSED;
        }
        report.bytes(source.get().size());
        return State.COPIED;
    }

    private String fetched(String name, Path buffer) throws IOException {
        try (InputStream bytes = from.read(name);
                OutputStream out = Files.newOutputStream(buffer)) {
            return Sha256Hex.copied(bytes, out);
        }
    }

    private boolean isSame(String name, StoredFile source, StoredFile existing) throws IOException {
        return source.size() == existing.size() && sha256(from, name, source).equals(sha256(to, name, existing));
    }

    private static String sha256(FileStore store, String name, StoredFile file) throws IOException {
        if (file.sha256().isPresent()) {
            return file.sha256().get();
        }
        try (InputStream bytes = store.read(name)) {
            return Sha256Hex.of(bytes);
        }
    }
}

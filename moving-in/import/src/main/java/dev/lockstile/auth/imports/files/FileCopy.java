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
 * Copies files from one store to another, under the same names. A file that is there with the same bytes is left alone,
 * so that a run that was broken off goes on when it is called again. One with other bytes stays, unless it may be
 * overwritten. The stores are compared by SHA-256. The source is never written to. For one thread.
 */
public final class FileCopy {

    private final FileStore from;
    private final FileStore to;
    private final boolean overwriting;
    private final BiConsumer<String, State> watch;

    /**
     * Creates a copy of files.
     *
     * @param from the old store
     * @param to the new store
     * @param overwriting whether a file of the new store with other bytes is replaced
     * @param watch told the name of each file that is not as it should be, with its state
     */
    public FileCopy(FileStore from, FileStore to, boolean overwriting, BiConsumer<String, State> watch) {
        this.from = from;
        this.to = to;
        this.overwriting = overwriting;
        this.watch = watch;
    }

    /**
     * Looks at all files and writes none.
     *
     * @param named the files that have to come; null for all of the old store
     * @return the counts of a run
     * @throws IOException when a store does not answer
     */
    public FileCopyReport plan(@Nullable Collection<String> named) throws IOException {
        return work(named, true);
    }

    /**
     * Copies.
     *
     * @param named the files that have to come; null for all of the old store
     * @return what was done
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
                State state = copied(name, buffer, report, dryRun);
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

    private State copied(String name, Path buffer, FileCopyReport report, boolean dryRun) throws IOException {
        Optional<StoredFile> old;
        Optional<StoredFile> here;
        try {
            old = from.find(name);
            here = to.find(name);
        } catch (IllegalArgumentException e) {
            return State.NAME_REFUSED;
        }
        if (old.isEmpty()) {
            return State.MISSING;
        }
        if (here.isPresent()) {
            if (isSame(name, old.get(), here.get())) {
                return State.EQUAL;
            }
            if (!overwriting) {
                return State.DIFFERS;
            }
        }
        if (dryRun) {
            report.bytes(old.get().size());
            return State.COPIED;
        }
        String sha256 = fetched(name, buffer);
        if (Files.size(buffer) != old.get().size()
                || !old.get().sha256().orElse(sha256).equals(sha256)) {
            return State.CHANGED_MEANWHILE;
        }
        try {
            to.write(name, buffer, sha256);
        } catch (IllegalArgumentException e) {
            return State.NAME_REFUSED;
        }
        report.bytes(old.get().size());
        return State.COPIED;
    }

    private String fetched(String name, Path buffer) throws IOException {
        try (InputStream bytes = from.read(name);
                OutputStream out = Files.newOutputStream(buffer)) {
            return Sha256Hex.copied(bytes, out);
        }
    }

    private boolean isSame(String name, StoredFile old, StoredFile here) throws IOException {
        return old.size() == here.size() && sha256(from, name, old).equals(sha256(to, name, here));
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

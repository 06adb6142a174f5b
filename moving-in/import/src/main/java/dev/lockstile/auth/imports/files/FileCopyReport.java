package dev.lockstile.auth.imports.files;

import dev.lockstile.auth.imports.report.JsonText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The outcomes of copying files, in counts. */
public final class FileCopyReport {

    private final String from;
    private final String to;
    private final boolean dryRun;
    private final Map<State, Long> counts = new TreeMap<>();
    private long bytes;

    FileCopyReport(String from, String to, boolean dryRun) {
        this.from = from;
        this.to = to;
        this.dryRun = dryRun;
    }

    /** The outcome of a file. Each file has exactly one. */
    public enum State {
        /** It was copied, or would be. */
        COPIED,
        /** The target store has the file with the same bytes. */
        EQUAL,
        /** The target store has a file of that name with other bytes, which is not replaced. */
        DIFFERS,
        /** A file that was named is not in the source store. */
        MISSING,
        /**
         * The source file changed while it was read, or has another size or checksum than its store says; a second run
         * tries again.
         */
        CHANGED_MEANWHILE,
        /** A store cannot have a file of that name, such as one that leads out of it, or is too long. */
        NAME_REFUSED;

        /** {@return the word in reports} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return true when the target store does not have the file as the source store has it} */
        public boolean isTrouble() {
            return this != COPIED && this != EQUAL;
        }
    }

    void count(State state) {
        counts.merge(state, 1L, Long::sum);
    }

    void bytes(long copied) {
        bytes += copied;
    }

    /**
     * {@return the number of files with an outcome}
     *
     * @param state the outcome
     */
    public long in(State state) {
        return counts.getOrDefault(state, 0L);
    }

    /** {@return the bytes that were copied, or would be} */
    public long bytes() {
        return bytes;
    }

    /** {@return true when the target store has each file as the source store has it, or would have} */
    public boolean isWhole() {
        return counts.keySet().stream().noneMatch(State::isTrouble);
    }

    /** {@return the counts by the words of reports} */
    public Map<String, Long> counts() {
        Map<String, Long> all = new LinkedHashMap<>();
        counts.forEach((state, files) -> all.put(state.text(), files));
        return all;
    }

    /** {@return the report as a JSON object} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", from);
        all.put("to", to);
        all.put("dry_run", dryRun);
        all.put("files", counts());
        all.put("bytes", bytes);
        return JsonText.of(all);
    }
}

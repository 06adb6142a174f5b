package dev.lockstile.auth.imports.files;

import dev.lockstile.auth.imports.report.JsonText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of files, in counts. */
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

    /** In what state a file ended. Each file ends in exactly one. */
    public enum State {
        /** It was copied, or would be. */
        COPIED,
        /** It was there with the same bytes. */
        EQUAL,
        /** The new store has a file of that name with other bytes, which stays. */
        DIFFERS,
        /** A file that has to come is not in the old store. */
        MISSING,
        /** The old file changed while it was read, or is not what its store says; a second run tries again. */
        CHANGED_MEANWHILE,
        /** A store can have no file of that name, such as one that leads out of it, or is too long. */
        NAME_REFUSED;

        /** {@return the word in reports} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return true for a file that is not in the new store as it is in the old one} */
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
     * {@return how many files ended so}
     *
     * @param state which end
     */
    public long in(State state) {
        return counts.getOrDefault(state, 0L);
    }

    /** {@return the bytes that were copied, or would be} */
    public long bytes() {
        return bytes;
    }

    /** {@return true when each file is in the new store as it is in the old one, or would be} */
    public boolean isWhole() {
        return counts.keySet().stream().noneMatch(State::isTrouble);
    }

    /** {@return the counts by their words in reports} */
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

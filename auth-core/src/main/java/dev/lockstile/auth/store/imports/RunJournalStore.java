package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.KeyTakenException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal of import runs, in a transaction: what is done and what is in quarantine, so that a run can go on. */
public interface RunJournalStore {

    /** Enters a run; an id that is there already ends the work with {@link KeyTakenException}. */
    void open(ImportRunRow run);

    /** The run of that id. */
    Optional<ImportRunRow> run(String runId);

    /** The latest runs, the last one first. */
    List<ImportRunRow> runs(int limit);

    /**
     * Sets the state of a run.
     *
     * @param report null leaves the one that is there
     * @return false when there is no such run
     */
    boolean mark(String runId, String state, @Nullable String report, Instant now);

    /**
     * Puts another report in the place of that of a run, if the run is in that state: one conditional update. Nothing else
     * of the run changes.
     *
     * @return false when there is no such run, or its state is another by now
     */
    boolean rewrite(String runId, String state, String report);

    /** Notes a chunk as done; one that is noted already ends the work with {@link KeyTakenException}. */
    void done(String runId, ImportChunk chunk);

    /** The chunks that are done. */
    List<ImportChunk> chunks(String runId);

    /** Enters rows in quarantine. */
    void hold(String runId, List<QuarantinedRow> rows);

    /**
     * Rows in quarantine in the order in which they were entered.
     *
     * @param skip how many to pass over
     */
    List<QuarantinedRow> held(String runId, int skip, int limit);
}

package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.KeyTakenException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal of import runs, in a transaction: what is done and what is in quarantine, so that a run can go on. */
public interface RunJournalStore {

    /**
     * Enters a run; an id that is there already ends the work with {@link KeyTakenException}.
     *
     * @param run to be entered
     */
    void open(ImportRunRow run);

    /**
     * {@return the run of that id; empty when there is none}
     *
     * @param runId of the run
     */
    Optional<ImportRunRow> run(String runId);

    /**
     * {@return the latest runs, the last one first}
     *
     * @param limit at most this many
     */
    List<ImportRunRow> runs(int limit);

    /**
     * Sets the state of a run.
     *
     * @param runId of the run
     * @param state a word of the importer's, such as {@code running}
     * @param report null leaves the one that is there
     * @param now the time of the flow
     * @return false when there is no such run
     */
    boolean mark(String runId, String state, @Nullable String report, Instant now);

    /**
     * Puts another report in the place of that of a run, if the run is in that state: one conditional update. Nothing else
     * of the run changes.
     *
     * @param runId of the run
     * @param state the one that the run has to be in
     * @param report what it did, as JSON
     * @return false when there is no such run, or its state is another by now
     */
    boolean rewrite(String runId, String state, String report);

    /**
     * Notes a chunk as done; one that is noted already ends the work with {@link KeyTakenException}.
     *
     * @param runId of the run
     * @param chunk names what was done
     */
    void done(String runId, ImportChunk chunk);

    /**
     * {@return the chunks that are done}
     *
     * @param runId of the run
     */
    List<ImportChunk> chunks(String runId);

    /**
     * Enters rows in quarantine.
     *
     * @param runId of the run
     * @param rows with their values masked
     */
    void hold(String runId, List<QuarantinedRow> rows);

    /**
     * {@return a page of the rows in quarantine, in the order in which they were entered; empty behind the last}
     *
     * @param runId of the run
     * @param skip how many to pass over
     * @param limit at most this many
     */
    List<QuarantinedRow> held(String runId, int skip, int limit);
}

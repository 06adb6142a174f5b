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
     * Puts another report in the place of that of a run, if the run is in that state: one conditional update. Nothing
     * else of the run changes.
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

    /**
     * A part of a run that is done.
     *
     * @param part what was read, such as a table
     * @param number of the chunk within it, from 0
     * @param runCounts its counts, as JSON
     */
    record ImportChunk(String part, int number, String runCounts) {}

    /**
     * A run of an import.
     *
     * @param runId unique
     * @param system name of the source system
     * @param preset name of the mapping
     * @param source what was read, without passwords
     * @param options how it runs, as JSON; a run that goes on uses the same
     * @param state a word of the importer's, such as {@code running}
     * @param startedAt when it began
     * @param finishedAt when it was over; null until then
     * @param report what it did, as JSON; null until it is over
     */
    record ImportRunRow(
            String runId,
            String system,
            String preset,
            String source,
            String options,
            String state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String report) {}

    /**
     * An old row that is in quarantine. Values in it are masked.
     *
     * @param entity the kind of the row, in words of the import
     * @param legacyId key of the row in the former system, as text
     * @param reason stable code of why it is not imported
     * @param field the column of the former system
     * @param detail what it looked like, masked: no e-mail address, number or hash can be read from it
     */
    record QuarantinedRow(String entity, String legacyId, String reason, String field, String detail) {}
}

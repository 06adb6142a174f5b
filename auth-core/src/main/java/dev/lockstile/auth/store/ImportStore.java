package dev.lockstile.auth.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The book of import runs, in a transaction: what is done and what is in quarantine, so that a run can go on. */
public interface ImportStore {

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

    /** Keeps how rows were before the run changed them; a row kept already ends the work with {@link KeyTakenException}. */
    void keep(String runId, List<BeforeImage> images);

    /** The images of these entries that the run keeps. */
    List<BeforeImage> kept(String runId, Collection<String> linkKeys);

    /**
     * The images a run keeps, in the order of their keys.
     *
     * @param after the key of the last one of the page before; empty for the first page
     */
    List<BeforeImage> kept(String runId, String after, int limit);

    /** Forgets images of a run. */
    void drop(String runId, Collection<String> linkKeys);

    /** Forgets the images of all runs that began before that time; tells how many. */
    int dropImages(Instant began);

    /**
     * Keeps rows of a former system, each in place of the one kept of that entry before. They go with their entries, see
     * {@link LegacyLinkStore#forget}.
     */
    void keepRows(List<ArchivedSourceRow> kept);

    /**
     * The rows kept of a system, in the order of their keys.
     *
     * @param after the key of the last one of the page before; empty for the first page
     */
    List<ArchivedSourceRow> keptRows(String system, String after, int limit);

    /** The row kept of that entry. */
    Optional<ArchivedSourceRow> keptRow(String linkKey);

    /** Forgets the rows kept of these entries; tells how many there were. */
    int dropRows(Collection<String> linkKeys);
}

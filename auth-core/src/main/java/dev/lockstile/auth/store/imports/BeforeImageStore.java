package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.KeyTakenException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How rows were before a run of an import changed them, in a transaction. */
public interface BeforeImageStore {

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
    int drop(Instant began);
}

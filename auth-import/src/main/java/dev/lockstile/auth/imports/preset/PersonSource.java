package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of an old system. */
public interface PersonSource {

    /** The tables of people; where two rows are one person, the row of the earlier table comes first. */
    List<PeopleTable> tables();

    /** Which kinds of rows the system has besides its tables of people. */
    default List<Entity> ownedRows() {
        return List.of();
    }

    /**
     * The next rows of a kind whose user does not exist.
     *
     * @param after the key of the last one of the page before; null for the first page
     */
    default List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
        return List.of();
    }

    /** What is counted and not copied. */
    default List<UncopiedRows> uncopied() {
        return List.of();
    }

    /** The columns of the copied tables that nothing reads, by table: the host's own, most likely. */
    default Map<String, List<String>> columnsNotCarried() {
        return Map.of();
    }

    /**
     * False where the mark of a verified account stays when its address changes: an address that is another one than at
     * the first copy is not proven by that mark then.
     */
    default boolean provesChanges() {
        return true;
    }

    /** How the old system stored passwords. */
    ImportHints passwordHints();
}

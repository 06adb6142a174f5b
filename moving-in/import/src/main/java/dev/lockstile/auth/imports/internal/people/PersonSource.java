package dev.lockstile.auth.imports.internal.people;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of a source system. */
public interface PersonSource {

    /** {@return the tables of users; where two rows are one person, the row of the earlier table has precedence} */
    List<PeopleTable> tables();

    /** {@return the kinds of owned rows the system has besides its tables of users} */
    default List<Entity> ownedRows() {
        return List.of();
    }

    /**
     * {@return the next rows of a kind whose user does not exist}
     *
     * @param entity a kind of {@link #ownedRows()}
     * @param after the key of the last one of the page before; null for the first page
     * @param limit at most this many; fewer mean the end
     */
    default List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
        return List.of();
    }

    /** {@return the rows that are counted and not copied} */
    default List<UncopiedRows> uncopied() {
        return List.of();
    }

    /** {@return the columns of the copied tables that are not read, by table; most likely the host's own} */
    default Map<String, List<String>> columnsNotCarried() {
        return Map.of();
    }

    /**
     * {@return the columns of the tables of users by what becomes of them: {@code mapped}, {@code kept} with the row,
     * {@code left_out}} Whole after all pages were read.
     */
    default Map<String, Map<String, List<String>>> columnUses() {
        return Map.of();
    }

    /**
     * {@return what the mover has to say of columns before anything is written, a sentence each} Whole after all pages
     * were read.
     */
    default List<String> columnQuestions() {
        return List.of();
    }

    /** Refuses a source of which a column that tells of accounts is neither read nor named. */
    default void requireNamedColumns() {
        List<String> questions = columnQuestions();
        if (!questions.isEmpty()) {
            throw new SourceUnusableException(String.join("; ", questions)
                    + ": say what each means (--column NAME=MEANING, or ImportOptions.withColumn), with ignore to leave"
                    + " it out");
        }
    }

    /**
     * {@return false when the source keeps its verified flag after an address changes} The flag then does not verify an
     * address that differs from the one first imported.
     */
    default boolean provesChanges() {
        return true;
    }

    /** {@return how the source system stored passwords} */
    ImportHints passwordHints();
}

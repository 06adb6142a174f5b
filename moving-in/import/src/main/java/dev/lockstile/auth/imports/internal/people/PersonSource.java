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

    /** {@return the kinds of owned rows that the system has besides its tables of users} */
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

    /**
     * {@return the columns of the copied tables that are not read, by table; most were added by the source application}
     */
    default Map<String, List<String>> columnsNotCarried() {
        return Map.of();
    }

    /**
     * {@return the columns of the tables of users by their use: {@code mapped}, {@code kept} with the archived row,
     * {@code left_out}} Complete after all pages were read.
     */
    default Map<String, Map<String, List<String>>> columnUses() {
        return Map.of();
    }

    /**
     * {@return the questions about columns that the operator has to answer before anything is written, a sentence each}
     * Complete after all pages were read.
     */
    default List<String> columnQuestions() {
        return List.of();
    }

    /**
     * Refuses a source with open questions about columns.
     *
     * @throws SourceUnusableException with the questions
     */
    default void requireNamedColumns() {
        List<String> questions = columnQuestions();
        if (!questions.isEmpty()) {
            throw new SourceUnusableException(String.join("; ", questions)
                    + ": say what each means (--column NAME=MEANING, or ImportOptions.withColumn), with ignore to leave"
                    + " it out");
        }
    }

    /**
     * {@return false when the source keeps its mark of verification after an address changes} The mark then does not
     * prove an address that differs from the one first imported.
     */
    default boolean provesChanges() {
        return true;
    }

    /** {@return how the source system stored passwords} */
    ImportHints passwordHints();
}

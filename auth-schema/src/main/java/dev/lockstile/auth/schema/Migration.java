package dev.lockstile.auth.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change set.
 *
 * @param path the logical path of its file; with id and author its identity
 * @param id unique within its file
 * @param author as the changelog has it
 * @param state where it stands on this database
 * @param appliedAt when it ran here; null when it has not
 * @param tag the tag that the database bears at this place, or null
 * @param comment what its author says of it, or empty
 */
public record Migration(
        String path,
        String id,
        String author,
        State state,
        @Nullable Instant appliedAt,
        @Nullable String tag,
        String comment) {

    /** Where it stands. */
    public enum State {
        /** Has run here. */
        APPLIED,
        /** Was skipped here by its precondition, and counts as run. */
        MARKED,
        /** Has not run yet. */
        PENDING,
        /** Not for this kind of database. */
        OTHER_DATABASE,
        /** Not for this host: it does not use the table, or has what the change set would make. */
        UNUSED,
        /** Has run here, and the changelog does not have it any more. */
        GONE
    }

    /** {@return path, id and author, with {@code ::} between them} */
    public String name() {
        return path + "::" + id + "::" + author;
    }
}

package dev.lockstile.auth.migrate.preset;

import dev.lockstile.auth.migrate.draft.Entity;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of an old system, page by page in the order of their keys. Reading the same page again gives the same. */
public interface PersonSource {

    /**
     * The next users.
     *
     * @param after the last user of the page before; null for the first page
     * @param limit at most this many; fewer mean the end
     */
    List<UserDraft> users(@Nullable Origin after, int limit);

    /** Adds to each user what belongs to that user. */
    List<PersonDraft> persons(List<UserDraft> users);

    /** Which kinds of rows the system has at all; users are among them. */
    List<Entity> entities();

    /** The next rows of a kind whose user does not exist. */
    List<Origin> orphans(Entity entity, @Nullable Origin after, int limit);

    /** What is counted and not copied. */
    List<LeftBehind> leftBehind();

    /** The columns of the copied tables that nothing reads, by table: the host's own, most likely. */
    Map<String, List<String>> columnsNotCarried();

    /** How the old system stored passwords. */
    ImportHints passwordHints();
}

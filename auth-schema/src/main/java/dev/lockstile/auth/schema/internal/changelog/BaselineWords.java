package dev.lockstile.auth.schema.internal.changelog;

/** What the comment of a baseline's change set says, so that {@code migrate} knows it again. */
public final class BaselineWords {

    /** How the words about every table and column that a takeover found end. */
    public static final String FOUND = " as it was found";

    /** What the database stands behind in which it was found. */
    public static final String PLACE = "; in database ";

    /** What the names of the tables stand behind that were there at the takeover and stayed out of it. */
    public static final String BESIDE = "; seen beside it: ";

    /** What stands between those names, and behind the last. */
    public static final String NEXT = " | ";

    private BaselineWords() {}
}

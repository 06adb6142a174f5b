package dev.lockstile.auth.cutover.writeback;

/**
 * Whose state stays when a person was changed on both sides. A disabled account, a deletion or another password here is written whoever
 * wins. Only the person's own row is compared: names in a row beside it go over with the next change of the row.
 */
public enum ConflictWinner {
    /** What was changed here is written over what was changed there. */
    OURS,

    /** A row that was changed over there since it was last written from here stays as it is. */
    THEIRS,

    /** The later change; only for tables that tell when a row was changed. */
    NEWEST
}

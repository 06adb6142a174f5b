package dev.lockstile.auth.schema.internal.resume;

/** What a database tells of a change that an interrupted migration may have made. */
enum ChangeState {
    /** It is there, exactly as the change would make it. */
    DONE,
    /** It is not there. */
    OPEN,
    /** Making it once more changes nothing. */
    REPEATABLE,
    /** It cannot be told, or something else of that name is there. */
    UNCLEAR
}

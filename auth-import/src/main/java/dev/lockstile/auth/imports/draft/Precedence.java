package dev.lockstile.auth.imports.draft;

/** What becomes of a person whose e-mail or phone another old account has. */
public enum Precedence {
    /** An account in its own right: who keeps the identifier is decided by the policy on duplicates. */
    MAIN,
    /** The same person in another table: fills what is empty in the main account. */
    FILLS,
    /** The same person in another part: becomes a further profile of the main account. */
    PROFILE
}

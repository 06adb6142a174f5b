package dev.lockstile.auth.migrate.mapping;

/**
 * Which identifiers the old system vouches for. An address nobody vouches for can still sign in where a password opened
 * the old account; what is {@code mentioned} only is kept as text that signs nobody in.
 */
public enum Proofs {
    /** E-mail and phone count as proven. */
    ALL,
    /** Nothing is proven; the first code does it. */
    NONE,
    /** The phone is proven by the codes it received; an e-mail is only mentioned. */
    PHONE_ONLY
}

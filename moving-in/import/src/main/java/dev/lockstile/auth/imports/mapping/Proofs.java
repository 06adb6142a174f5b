package dev.lockstile.auth.imports.mapping;

/**
 * Which identifiers the old system vouches for: those it has seen the person receive something at. With the others a
 * password that opened the old account still signs in, and the first code or link sent there decides whose they are.
 * What is {@code mentioned} only is kept as text that opens nothing. An address that the old system made up is never
 * proven.
 */
public enum Proofs {
    /** E-mail and phone count as proven. */
    ALL,
    /** Nothing is proven; the first code does it. */
    NONE,
    /**
     * The e-mail is proven and the phone is not: the old system has one mark for both, and the phone may have been
     * changed since. Where the old system made up the e-mail for that very phone, the phone is the one that was proven.
     */
    EMAIL,
    /** The phone is proven by the codes it received; an e-mail is only mentioned. */
    PHONE_ONLY
}

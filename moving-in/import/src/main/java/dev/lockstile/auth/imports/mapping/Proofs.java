package dev.lockstile.auth.imports.mapping;

/**
 * Which identifiers the source system has proven, because it saw the person receive a message there. By an unproven one
 * the password still opens an account that the source system let sign in, until the first code or link sent there
 * decides whose the identifier is. An address that the source system made up is never proven.
 */
public enum Proofs {
    /** E-mail and phone are proven. */
    ALL,
    /** Neither is proven. */
    NONE,
    /**
     * The e-mail is proven and the phone is not: the source system has one mark for both, and the phone may have been
     * changed since. Where the source system made up the e-mail from that phone's number, the phone is proven instead.
     */
    EMAIL,
    /** The phone is proven by the codes that it received; an e-mail is stored as text that opens no account. */
    PHONE_ONLY
}

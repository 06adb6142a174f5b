package dev.lockstile.auth.imports.draft;

/**
 * How much an old account weighs.
 *
 * @param verified the old system's own mark; it decides between two accounts with one identifier
 * @param admitted true when the old system let the person in with what it knew, verified or not: a name alone opens the
 *     account then
 */
public record Trust(Precedence precedence, boolean verified, boolean admitted) {

    /** An account of a system that asks for verified accounts. */
    public static Trust ifVerified(boolean verified) {
        return new Trust(Precedence.MAIN, verified, verified);
    }

    /** An account of a system that lets in whoever has a password. */
    public static Trust always(boolean verified) {
        return new Trust(Precedence.MAIN, verified, true);
    }
}

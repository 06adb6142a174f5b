package dev.lockstile.auth.imports.mapping;

/**
 * How much an old account weighs.
 *
 * @param precedence what becomes of the person whose e-mail or phone another old account has
 * @param verified the old system's own mark; it decides between two accounts with one identifier
 * @param admitted true when the old system let the person in with what it knew, verified or not: a name alone opens the
 *     account then
 */
public record Trust(Precedence precedence, boolean verified, boolean admitted) {

    /** What becomes of a person whose e-mail or phone another old account has. */
    public enum Precedence {
        /** An account in its own right: who keeps the identifier is decided by the policy on duplicates. */
        MAIN,
        /** The same person in another table: fills what is empty in the main account. */
        FILLS,
        /** The same person in another part: becomes a further profile of the main account. */
        PROFILE
    }

    /**
     * {@return an account of a system that asks for verified accounts}
     *
     * @param verified the old system's own mark
     */
    public static Trust ifVerified(boolean verified) {
        return new Trust(Precedence.MAIN, verified, verified);
    }

    /**
     * {@return an account of a system that lets in every user with a password}
     *
     * @param verified the old system's own mark
     */
    public static Trust always(boolean verified) {
        return new Trust(Precedence.MAIN, verified, true);
    }
}

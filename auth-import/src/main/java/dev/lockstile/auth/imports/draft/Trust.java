package dev.lockstile.auth.imports.draft;

/**
 * How much an old account weighs.
 *
 * @param precedence what becomes of the person whose e-mail or phone another old account has
 * @param verified the old system's own mark; it decides between two accounts with one identifier
 * @param admitted true when the old system let the person in with what it knew, verified or not: a name alone opens the
 *     account then
 */
public record Trust(Precedence precedence, boolean verified, boolean admitted) {

    /**
     * {@return an account of a system that asks for verified accounts}
     *
     * @param verified the old system's own mark
     */
    public static Trust ifVerified(boolean verified) {
        return new Trust(Precedence.MAIN, verified, verified);
    }

    /**
     * {@return an account of a system that lets in whoever has a password}
     *
     * @param verified the old system's own mark
     */
    public static Trust always(boolean verified) {
        return new Trust(Precedence.MAIN, verified, true);
    }
}

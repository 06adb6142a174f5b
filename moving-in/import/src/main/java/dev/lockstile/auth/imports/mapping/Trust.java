package dev.lockstile.auth.imports.mapping;

/**
 * How an account of the source ranks among accounts with the same identifier, and whether the source system let it sign
 * in.
 *
 * @param precedence what becomes of the row where another account has its e-mail or phone
 * @param verified the source system's own mark of verification, which decides between two accounts with one identifier
 * @param admitted true when the source system let the account sign in, verified or not: user name and password then
 *     open the account without a proof
 */
public record Trust(Precedence precedence, boolean verified, boolean admitted) {

    /** What becomes of a row where another account of the source has its e-mail or phone. */
    public enum Precedence {
        /** The row is an account of its own; the policy on duplicates decides which account keeps the identifier. */
        MAIN,
        /** The row is of the same person in another table; it fills empty fields of the main account. */
        FILLS,
        /**
         * The row is of the same person in another part of the system; it becomes a further profile of the main
         * account.
         */
        PROFILE
    }

    /**
     * {@return the trust of an account in a system that lets only verified accounts sign in}
     *
     * @param verified the source system's own mark
     */
    public static Trust ifVerified(boolean verified) {
        return new Trust(Precedence.MAIN, verified, verified);
    }

    /**
     * {@return the trust of an account in a system that lets every user with a password sign in}
     *
     * @param verified the source system's own mark
     */
    public static Trust always(boolean verified) {
        return new Trust(Precedence.MAIN, verified, true);
    }
}

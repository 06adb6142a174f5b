package dev.lockstile.auth.account;

/**
 * The sign-in methods that the host offers in addition to passkeys and accounts at other sites. A caller cannot remove
 * the last sign-in method of their own account ({@code last_sign_in_method}); the services do not know which endpoints
 * and pages the host leaves out. Codes and links count only when set here: not every host offers them, and a user who
 * loses the mailbox would lose the account.
 *
 * @param passwords whether sign-in by password counts
 * @param codes whether sign-in by a code to a verified address or number counts
 * @param links whether sign-in by a link to a verified address counts, where {@link LinkSettings#loginPage} is set
 */
public record SignInMethods(boolean passwords, boolean codes, boolean links) {

    /** {@return the default: passwords count, codes and links do not} */
    public static SignInMethods standard() {
        return new SignInMethods(true, false, false);
    }

    /**
     * For a host that does not offer sign-in by password.
     *
     * @return a copy in which passwords do not count
     */
    public SignInMethods withoutPasswords() {
        return new SignInMethods(false, codes, links);
    }

    /**
     * For a host that offers sign-in by code: a verified address or number counts as a sign-in method.
     *
     * @return a copy in which codes count
     */
    public SignInMethods countCodes() {
        return new SignInMethods(passwords, true, links);
    }

    /**
     * For a host that offers sign-in by link: a verified address counts as a sign-in method.
     *
     * @return a copy in which links count
     */
    public SignInMethods countLinks() {
        return new SignInMethods(passwords, codes, true);
    }
}

package dev.lockstile.auth.account;

/**
 * By what people sign in besides passkeys and accounts at other sites, for the rule that no caller removes the last way
 * into their own account ({@code last_sign_in_method}). Which endpoints and pages a host leaves out is not known to the
 * flows, so the host says it here. Codes and links count only where the host says so: not every host offers them, and
 * a user who loses the mailbox would lose the account.
 *
 * @param passwords whether a password signs in
 * @param codes whether a code to a proven address or number does
 * @param links whether a link to a proven address does, where {@link LinkSettings#loginPage} is set
 */
public record SignInMethods(boolean passwords, boolean codes, boolean links) {

    /** {@return the methods that count unless the host says otherwise: passwords, and neither codes nor links} */
    public static SignInMethods standard() {
        return new SignInMethods(true, false, false);
    }

    /**
     * For a host that leaves sign-in by password out: a password is no way in.
     *
     * @return the same, where passwords do not count
     */
    public SignInMethods withoutPasswords() {
        return new SignInMethods(false, codes, links);
    }

    /**
     * For a host that offers sign-in by code: a proven address or number is a way in.
     *
     * @return the same, where codes count
     */
    public SignInMethods countCodes() {
        return new SignInMethods(passwords, true, links);
    }

    /**
     * For a host that offers sign-in by link: a proven address is a way in.
     *
     * @return the same, where links count
     */
    public SignInMethods countLinks() {
        return new SignInMethods(passwords, codes, true);
    }
}

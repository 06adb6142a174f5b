package dev.lockstile.auth.account;

import dev.lockstile.auth.model.AbstractProfile;

/**
 * Who may open an account, and how. Everything is off until it is allowed.
 *
 * @param phoneOnly accounts with a phone number and no e-mail address
 * @param byCode accounts opened by the first sign-in with a code
 * @param exposed whether a request for a code tells that the account exists
 * @param defaultRole role of a new profile; no request can choose another (ASVS 15.3.3)
 */
public record SignUpSettings(boolean phoneOnly, boolean byCode, boolean exposed, String defaultRole) {

    /** {@return settings by which accounts are opened with an e-mail address only} */
    public static SignUpSettings strict() {
        return new SignUpSettings(false, false, false, AbstractProfile.DEFAULT_ROLE);
    }

    /** {@return the same, where an account may have a phone number and no e-mail address} */
    public SignUpSettings allowPhoneOnly() {
        return new SignUpSettings(true, byCode, exposed, defaultRole);
    }

    /** {@return the same, where the first sign-in with a code opens an account} */
    public SignUpSettings allowSignUpByCode() {
        return new SignUpSettings(phoneOnly, true, exposed, defaultRole);
    }

    /**
     * Tells any client which addresses have an account: only for closed groups.
     *
     * @return the same, where a request for a code tells whether the account exists
     */
    public SignUpSettings exposeUserExistence() {
        return new SignUpSettings(phoneOnly, byCode, true, defaultRole);
    }
}

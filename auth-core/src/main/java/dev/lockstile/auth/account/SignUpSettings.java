package dev.lockstile.auth.account;

import dev.lockstile.auth.model.AbstractProfile;

/**
 * Who may open an account, and how. Everything is off until it is allowed.
 *
 * @param phoneOnly accounts with a phone number and no e-mail address
 * @param byCode accounts opened by the first sign-in with a code
 * @param exposed whether a request for a code tells that the account exists
 * @param defaultRole role of a new profile; no request can choose another (ASVS 15.3.3)
 * @param namesInInvitations whether an invitation tells who of the staff sent it and a role that is not the default one
 */
public record SignUpSettings(
        boolean phoneOnly, boolean byCode, boolean exposed, String defaultRole, boolean namesInInvitations) {

    /**
     * Settings by which invitations name no person and no role.
     *
     * @param phoneOnly accounts with a phone number and no e-mail address
     * @param byCode accounts opened by the first sign-in with a code
     * @param exposed whether a request for a code tells that the account exists
     * @param defaultRole role of a new profile; no request can choose another (ASVS 15.3.3)
     */
    public SignUpSettings(boolean phoneOnly, boolean byCode, boolean exposed, String defaultRole) {
        this(phoneOnly, byCode, exposed, defaultRole, false);
    }

    /** {@return settings by which accounts are opened with an e-mail address only} */
    public static SignUpSettings strict() {
        return new SignUpSettings(false, false, false, AbstractProfile.DEFAULT_ROLE, false);
    }

    /** {@return the same, where an account may have a phone number and no e-mail address} */
    public SignUpSettings allowPhoneOnly() {
        return new SignUpSettings(true, byCode, exposed, defaultRole, namesInInvitations);
    }

    /** {@return the same, where the first sign-in with a code opens an account} */
    public SignUpSettings allowSignUpByCode() {
        return new SignUpSettings(phoneOnly, true, exposed, defaultRole, namesInInvitations);
    }

    /**
     * Tells any client which addresses have an account: only for closed groups.
     *
     * @return the same, where a request for a code tells whether the account exists
     */
    public SignUpSettings exposeUserExistence() {
        return new SignUpSettings(phoneOnly, byCode, true, defaultRole, namesInInvitations);
    }

    /**
     * Invitations go to addresses that no account has proven, and a member of staff chooses the own name: one whose
     * session is stolen could send an advertisement in the name of the service. Only names of letters are told.
     *
     * @return the same, where an invitation names its sender and a role that is not the default one
     */
    public SignUpSettings allowNamesInInvitations() {
        return new SignUpSettings(phoneOnly, byCode, exposed, defaultRole, true);
    }
}

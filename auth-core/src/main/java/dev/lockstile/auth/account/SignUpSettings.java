package dev.lockstile.auth.account;

import dev.lockstile.auth.model.AbstractProfile;

/**
 * How accounts can be registered. Every option is off by default.
 *
 * @param phoneOnly allows accounts with a phone number and no e-mail address
 * @param byCode allows the first sign-in with a code to open an account
 * @param exposed whether the answer to a request for a code reveals that an account exists
 * @param defaultRole role of a new profile; no request can choose another (ASVS 15.3.3)
 * @param namesInInvitations whether an invitation names the member of staff who sent it and a role other than the
 *     default
 */
public record SignUpSettings(
        boolean phoneOnly, boolean byCode, boolean exposed, String defaultRole, boolean namesInInvitations) {

    /**
     * Creates settings without names in invitations.
     *
     * @param phoneOnly allows accounts with a phone number and no e-mail address
     * @param byCode allows the first sign-in with a code to open an account
     * @param exposed whether the answer to a request for a code reveals that an account exists
     * @param defaultRole role of a new profile; no request can choose another (ASVS 15.3.3)
     */
    public SignUpSettings(boolean phoneOnly, boolean byCode, boolean exposed, String defaultRole) {
        this(phoneOnly, byCode, exposed, defaultRole, false);
    }

    /** {@return settings that require an e-mail address for registration} */
    public static SignUpSettings strict() {
        return new SignUpSettings(false, false, false, AbstractProfile.DEFAULT_ROLE, false);
    }

    /** {@return a copy that allows accounts with a phone number and no e-mail address} */
    public SignUpSettings allowPhoneOnly() {
        return new SignUpSettings(true, byCode, exposed, defaultRole, namesInInvitations);
    }

    /** {@return a copy in which the first sign-in with a code opens an account} */
    public SignUpSettings allowSignUpByCode() {
        return new SignUpSettings(phoneOnly, true, exposed, defaultRole, namesInInvitations);
    }

    /**
     * Reveals to every client which addresses have an account: only for closed groups of users.
     *
     * @return a copy in which the answer to a request for a code reveals whether an account exists
     */
    public SignUpSettings exposeUserExistence() {
        return new SignUpSettings(phoneOnly, byCode, true, defaultRole, namesInInvitations);
    }

    /**
     * Names the sender in invitations. Staff choose their own names, and invitations are sent to unverified addresses:
     * an attacker with a stolen staff session could send advertisements in the service's name. Therefore only names
     * that consist of letters are included.
     *
     * @return a copy in which an invitation names its sender and a role other than the default
     */
    public SignUpSettings allowNamesInInvitations() {
        return new SignUpSettings(phoneOnly, byCode, exposed, defaultRole, true);
    }
}

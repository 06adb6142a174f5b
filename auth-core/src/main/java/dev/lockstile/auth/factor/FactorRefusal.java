package dev.lockstile.auth.factor;

/** Why something about second factors was refused. */
public enum FactorRefusal {
    /** The caller's session is over. */
    SESSION_ENDED("session_ended"),
    /** The person has to prove again who they are: with the second factor where there is one. */
    STEP_UP_REQUIRED("step_up_required"),
    /** The host serves no authenticator applications. */
    TOTP_OFF("totp_off"),
    /** There is an authenticator application already. */
    TOTP_ON("totp_on"),
    /** Nothing of that kind is there. */
    NOT_FOUND("not_found"),
    /** The account has no address or number that its owner has proven. */
    NO_PROVEN_ADDRESS("no_proven_address"),
    /** The code is wrong, used, too late or out of attempts, or the enrolment began in another session. */
    INVALID_CODE("invalid_code"),
    /** The host serves no passkeys. */
    PASSKEYS_OFF("passkeys_off"),
    /** The passkey is not what was asked for, came too late or twice, or is registered already. */
    INVALID_PASSKEY("invalid_passkey"),
    /** There are as many passkeys as an account may have. */
    TOO_MANY_PASSKEYS("too_many_passkeys"),
    /** Without it nobody could enter the account. */
    LAST_SIGN_IN_METHOD("last_sign_in_method"),
    /** Recovery codes stand in for a second factor, and there is none. */
    NO_SECOND_FACTOR("no_second_factor");

    private final String code;

    FactorRefusal(String code) {
        this.code = code;
    }

    /** {@return the stable code for the wire, such as {@code step_up_required}} */
    public String code() {
        return code;
    }
}

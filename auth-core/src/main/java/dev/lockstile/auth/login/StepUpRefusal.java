package dev.lockstile.auth.login;

/** Why somebody could not prove again who they are. */
public enum StepUpRefusal {
    /** The password is wrong, or the account has none. */
    INVALID_CREDENTIALS("invalid_credentials"),
    /** The code is wrong, used, replaced, expired, out of attempts or somebody else's. */
    INVALID_CODE("invalid_code"),
    /** The account has a second factor, and neither a password nor a sent code proves that one. */
    SECOND_FACTOR_REQUIRED("second_factor_required"),
    /** The second factor is wrong, used or paused, or the account has none. */
    INVALID_SECOND_FACTOR("invalid_second_factor"),
    /** The caller has no proven address or number of that kind. */
    NO_PROVEN_ADDRESS("no_proven_address"),
    /** The caller's session is over. */
    SESSION_ENDED("session_ended"),
    /** Too many tries or messages. */
    THROTTLED("throttled"),
    /** The machine is busy hashing; not counted. */
    BUSY("busy");

    private final String code;

    StepUpRefusal(String code) {
        this.code = code;
    }

    /** {@return the stable code for the wire, such as {@code invalid_code}} */
    public String code() {
        return code;
    }
}

package dev.lockstile.auth.account;

/** Why a person could not do something to the own account. */
public enum AccountRefusal {
    /** The caller's session is over. */
    SESSION_ENDED("session_ended"),
    /** The last proof of who the person is lies too far back; sign in again first (ASVS 7.5.1). */
    REAUTHENTICATION_REQUIRED("reauthentication_required"),
    /** Somebody goes by that user name. User names are public, so this may be told. */
    USERNAME_TAKEN("username_taken"),
    /** The code is wrong, used, replaced, expired or out of attempts, or what it proves is somebody else's meanwhile. */
    INVALID_CODE("invalid_code"),
    /** The password is wrong. */
    WRONG_PASSWORD("wrong_password"),
    /** The host is against it. */
    NOT_ALLOWED("not_allowed"),
    /** Too many tries or messages. */
    THROTTLED("throttled"),
    /** The machine is busy hashing; try again. */
    BUSY("busy");

    private final String code;

    AccountRefusal(String code) {
        this.code = code;
    }

    /** {@return the stable code for the wire, such as {@code session_ended}} */
    public String code() {
        return code;
    }
}

package dev.lockstile.auth.account;

/** Why a password was not set. */
public enum PasswordRefusal {
    /** The link is wrong, used, replaced or expired. */
    INVALID_LINK("invalid_link"),
    /** The old password is wrong. */
    WRONG_PASSWORD("wrong_password"),
    /** The account has a second factor, which was not shown lately in this session. */
    STEP_UP_REQUIRED("step_up_required"),
    /** The caller's session is over. */
    SESSION_ENDED("session_ended"),
    /** Too many tries. */
    THROTTLED("throttled"),
    /** The machine is busy hashing; try again. */
    BUSY("busy");

    private final String code;

    PasswordRefusal(String code) {
        this.code = code;
    }

    /** {@return the stable code for the wire, such as {@code invalid_link}} */
    public String code() {
        return code;
    }
}

package dev.lockstile.auth.login;

/** Why a sign-in was refused. */
public enum LoginRefusal {
    /** For every reason an attacker could profit from. */
    INVALID_CREDENTIALS("invalid_credentials"),
    /** A mobile client has to say which device it is. */
    DEVICE_REQUIRED("device_required"),
    /** No such profile, or not the caller's. */
    PROFILE_NOT_FOUND("profile_not_found"),
    /** The person has to prove again who they are. */
    STEP_UP_REQUIRED("step_up_required"),
    /** The caller's session is over. */
    SESSION_ENDED("session_ended"),
    /** The client has to show a proof to the host's check for people first; not counted. */
    HUMAN_CHECK_REQUIRED("human_check_required"),
    /** Too many tries; not counted. */
    THROTTLED("throttled"),
    /** The machine is busy hashing; not counted. */
    BUSY("busy");

    private final String code;

    LoginRefusal(String code) {
        this.code = code;
    }

    /** {@return the stable code for the wire, such as {@code invalid_credentials}} */
    public String code() {
        return code;
    }
}

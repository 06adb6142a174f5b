package dev.lockstile.auth.account;

/** Why a person could not do something to a profile. */
public enum ProfileRefusal {
    /** The caller's session is over. */
    SESSION_ENDED("session_ended"),
    /** No such profile, or it is not the caller's: no difference is told. */
    NOT_FOUND("profile_not_found"),
    /** Nobody can act without a profile: the last one stays. */
    LAST_PROFILE("last_profile"),
    /** The account has as many profiles as one may have. */
    TOO_MANY("too_many_profiles"),
    /** Too many pictures in the last hour. */
    THROTTLED("throttled");

    private final String code;

    ProfileRefusal(String code) {
        this.code = code;
    }

    /** {@return the stable code for the wire, such as {@code profile_not_found}} */
    public String code() {
        return code;
    }
}

package dev.lockstile.auth.login;

/** How a sign-in would end, told apart as no answer to a client ever is. */
public enum DryRunOutcome {
    /** Somebody here would be let in. */
    SIGNS_IN("signs_in"),
    /**
     * Nobody here goes by the name, and the former system's person has proven enough to be brought in and let in. Whether
     * the person's other names collide with somebody's here is not looked at; the sign-in itself may refuse by that.
     */
    WOULD_MIGRATE("would_migrate"),
    /** Nobody here goes by the name, nor would anybody come over by it: unknown there, not to act, or wrong password. */
    UNKNOWN_NAME("unknown_name"),
    /** The account has no password that could be right. */
    NO_PASSWORD("no_password"),
    /** Not the password of that account. */
    WRONG_PASSWORD("wrong_password"),
    /** The password or the address is right, and the account is disabled. */
    DISABLED("disabled"),
    /** The password or the address is right, and nobody has proven what it takes. */
    UNPROVEN("unproven"),
    /** Nobody here goes by the name, and the former system does not tell. */
    UNDECIDED("undecided");

    private final String code;

    DryRunOutcome(String code) {
        this.code = code;
    }

    /** {@return the stable code for reports, such as {@code signs_in}} */
    public String code() {
        return code;
    }

    /** {@return true when it ends with a session} */
    public boolean letsIn() {
        return this == SIGNS_IN || this == WOULD_MIGRATE;
    }
}

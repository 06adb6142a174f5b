package dev.lockstile.auth.factor;

/**
 * How something about second factors ended.
 *
 * @param <T> what there is when it is done
 */
public sealed interface FactorResult<T> {

    /**
     * It is done, or this is what there is.
     *
     * @param <T> what there is
     * @param value what was asked for, or what there is now
     */
    record Done<T>(T value) implements FactorResult<T> {}

    /**
     * Nothing changed but the count of attempts.
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     */
    record Refused<T>(Refusal why) implements FactorResult<T> {}

    /** Why something about second factors was refused. */
    enum Refusal {
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
        /** The text is no code: it holds letters, or another count of digits; no attempt was spent. */
        MALFORMED_CODE("malformed_code"),
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

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code step_up_required}} */
        public String code() {
            return code;
        }
    }
}

package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something about accounts at other sites ended.
 *
 * @param <T> what there is when it is done
 */
public sealed interface SocialResult<T> {

    /**
     * It is done, or this is what there is.
     *
     * @param <T> what there is
     * @param value what was asked for, or what there is now
     */
    record Done<T>(T value) implements SocialResult<T> {}

    /**
     * Nothing changed.
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused<T>(Refusal why, @Nullable Instant retryAt) implements SocialResult<T> {}

    /** Why something about accounts at other sites was refused. */
    enum Refusal {
        /** The host serves no sign-in with other sites. */
        OFF("social_login_off"),
        /** No provider has that name. */
        UNKNOWN_PROVIDER("unknown_provider"),
        /** A transaction of {@link SocialLogin#nonce} is to be named. */
        TRANSACTION_REQUIRED("required"),
        /** A precheck uses nothing up, so it takes no authorization code. */
        CODE_NOT_CHECKED("code_not_checked"),
        /** Browsers are not sent to that address. */
        INVALID_RETURN_TO("invalid_return_to"),
        /** The code was not sent to an address of ours. */
        INVALID_REDIRECT_URI("invalid_redirect_uri"),
        /**
         * The proof is wrong, used, too late or another's, or the account it belongs to may not sign in: one answer for
         * all (ASVS 6.3.8).
         */
        INVALID_TOKEN("invalid_social_token"),
        /** A callback whose state is unknown, used, too late, of another provider or of another browser. */
        INVALID_STATE("invalid_state"),
        /** The provider does not vouch for the address; said whether or not somebody here has it. */
        EMAIL_NOT_VERIFIED("social_email_not_verified"),
        /** The provider told no address. */
        EMAIL_MISSING("social_email_missing"),
        /** Somebody here has proven the address, or nobody gets an account: sign in otherwise and link the account. */
        NOT_LINKED("social_account_not_linked"),
        /** Whoever gets an account has to accept the terms. */
        TERMS_REQUIRED("terms_required"),
        /**
         * The account has to enrol a second factor at this sign-in, and the provider does not say that the person
         * proved who they are of late: sign in in another way, or prove it there.
         */
        PROOF_TOO_OLD("social_proof_too_old"),
        /** The account at the other site is linked to somebody else. */
        ALREADY_LINKED("social_already_linked"),
        /** The caller has no such account linked. */
        NOT_FOUND("social_not_found"),
        /** More than one account of that provider is linked: say which. */
        ACCOUNT_ID_REQUIRED("required"),
        /** Without it nothing would sign the caller in. */
        LAST_SIGN_IN_METHOD("last_sign_in_method"),
        /** Administration alone: the caller has a second factor and has not shown it in this session. */
        SECOND_FACTOR_REQUIRED("second_factor_required"),
        /** The caller has to prove again who they are. */
        STEP_UP_REQUIRED("step_up_required"),
        /** The account has no address or number that its owner has proven. */
        NO_PROVEN_ADDRESS("no_proven_address"),
        /** The caller's session is over. */
        SESSION_ENDED("session_ended"),
        /** Administration alone: the caller is no superuser, or the person is one. */
        FORBIDDEN("forbidden"),
        /** Administration alone: the account is not suspended. */
        NOT_SUSPENDED("social_not_suspended"),
        /** Administration alone: nobody goes by that name. */
        UNKNOWN_USER("not_found"),
        /** Too many tries. */
        THROTTLED("throttled"),
        /** The provider cannot be asked now; nothing is said of the person. */
        UNAVAILABLE("unavailable");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code invalid_state}} */
        public String code() {
            return code;
        }
    }
}

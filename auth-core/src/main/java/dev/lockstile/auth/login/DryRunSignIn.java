package dev.lockstile.auth.login;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a sign-in would end, by the rules of the sign-in itself and without a trace: no attempt is counted, no
 * limit asked, no session opened, no event told, no hash made better, no account imported, and no hook of the host
 * called. For comparing this library with a former system that still answers.
 *
 * <p>Never for an endpoint, nor anything that answers faster or slower by it: it tells apart what the sign-in keeps
 * alike, and nothing limits how often. It signs no account in.
 */
public interface DryRunSignIn {

    /**
     * A sign-in with a password. Reads once, apart from any transaction; asks the former system, if there is one, about
     * a name that no account has here; and checks one hash behind the permits of the sign-in. A weak hash of a person
     * in the former system costs one more before that, without a permit: it is wrapped as an import would wrap it.
     *
     * @param login e-mail address, phone number or user name
     * @param password as typed
     * @return how the sign-in would end
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit is free
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the store does not answer
     */
    Result password(String login, Secret password);

    /**
     * A sign-in with a code, taken for right: whom a code to this address or number would let in. Sends nothing.
     *
     * @param addressOrNumber as typed
     * @return how the sign-in would end
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the store does not answer
     */
    Result code(String addressOrNumber);

    /**
     * What a dry-run sign-in found.
     *
     * @param answer how the sign-in would end
     * @param user the account of that name here; null for none
     * @param passwordFormat how that account's password is stored, as
     *     {@link dev.lockstile.auth.password.PasswordFormats#formatOf} says; null without an account, and where none
     *     was looked at
     */
    record Result(
            Outcome answer, @Nullable UserId user, @Nullable String passwordFormat) {

        /**
         * Found without an account here.
         *
         * @param answer how the sign-in would end
         */
        public Result(Outcome answer) {
            this(answer, null, null);
        }
    }

    /** How a sign-in would end, told apart as no answer to a client ever is. */
    enum Outcome {
        /** An account here would be signed in. */
        SIGNS_IN("signs_in"),
        /**
         * No account here has the name, and the former system's person has proven enough to be brought in and let in.
         * Whether the person's other names collide with those of an account here is not looked at; the sign-in itself
         * may refuse by that.
         */
        WOULD_MIGRATE("would_migrate"),
        /**
         * No account here has the name, nor would one be imported by it: unknown there, not to act, or wrong
         * password.
         */
        UNKNOWN_NAME("unknown_name"),
        /** The account has no password that could be right. */
        NO_PASSWORD("no_password"),
        /** Not the password of that account. */
        WRONG_PASSWORD("wrong_password"),
        /** The password or the address is right, and the account is disabled. */
        DISABLED("disabled"),
        /** The password or the address is right, and the needed proof is missing. */
        UNPROVEN("unproven"),
        /** No account here has the name, and the former system does not tell. */
        UNDECIDED("undecided");

        private final String code;

        Outcome(String code) {
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
}

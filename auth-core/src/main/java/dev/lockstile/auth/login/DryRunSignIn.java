package dev.lockstile.auth.login;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Computes the result of a sign-in by the rules of the sign-in itself, without side effects: it counts no attempt,
 * checks no limit, opens no session, publishes no event, upgrades no hash, imports no account and calls no hook of the
 * host. For comparing this library with a former system that still answers.
 *
 * <p>Never expose the result or its timing to clients: it distinguishes the cases that the sign-in answers alike, and
 * calls are not limited.
 */
public interface DryRunSignIn {

    /**
     * Computes the result of a sign-in with a password. Reads the account once, outside any transaction; queries the
     * former system, if one is configured, about an identifier that no account has; and verifies one hash with a permit
     * of the sign-in. A weak hash from the former system is first wrapped as an import would wrap it, which costs one
     * more hash without a permit.
     *
     * @param login e-mail address, phone number or user name
     * @param password as typed
     * @return the result that the sign-in would have
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit is free
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the store does not answer
     */
    Result password(String login, Secret password);

    /**
     * Computes the result of a sign-in with a correct code that was sent to this address or number. Sends nothing.
     * Reads once, outside any transaction.
     *
     * @param addressOrNumber as typed
     * @return the result that the sign-in would have
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the store does not answer
     */
    Result code(String addressOrNumber);

    /**
     * The result of a dry-run sign-in.
     *
     * @param answer the result that the sign-in would have
     * @param user the account with that identifier in the store; null for none
     * @param passwordFormat the format of that account's stored password, by
     *     {@link dev.lockstile.auth.password.PasswordFormats#formatOf}; null without an account, and where no password
     *     was read
     */
    record Result(
            Outcome answer, @Nullable UserId user, @Nullable String passwordFormat) {

        /**
         * Creates a result without an account.
         *
         * @param answer the result that the sign-in would have
         */
        public Result(Outcome answer) {
            this(answer, null, null);
        }
    }

    /** The possible results. Answers to clients never distinguish them. */
    enum Outcome {
        /** The account would be signed in. */
        SIGNS_IN("signs_in"),
        /**
         * No account in the store has the identifier; the former system's user would be imported and signed in.
         * Collisions of that user's other identifiers with existing accounts are not checked; the sign-in itself may be
         * refused because of one.
         */
        WOULD_MIGRATE("would_migrate"),
        /**
         * No account in the store has the identifier, and none would be imported: the former system does not know it,
         * its user may not sign in, or the password is wrong.
         */
        UNKNOWN_NAME("unknown_name"),
        /** The account has no usable password. */
        NO_PASSWORD("no_password"),
        /** The password is not the account's. */
        WRONG_PASSWORD("wrong_password"),
        /** The password or the address is correct, but the account is disabled. */
        DISABLED("disabled"),
        /** The password or the address is correct, but the identifier is not verified as the settings require. */
        UNPROVEN("unproven"),
        /** No account in the store has the identifier, and the former system does not answer. */
        UNDECIDED("undecided");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /** {@return the stable code for reports, for instance {@code signs_in}} */
        public String code() {
            return code;
        }

        /** {@return true when a session would be opened} */
        public boolean letsIn() {
            return this == SIGNS_IN || this == WOULD_MIGRATE;
        }
    }
}

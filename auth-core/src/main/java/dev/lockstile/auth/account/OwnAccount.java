package dev.lockstile.auth.account;

import dev.lockstile.auth.account.ChangeResult.PendingChange;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in person does to the own account. Each call is one transaction of its own, so that what it counts
 * stays counted whatever the host rolls back.
 */
public interface OwnAccount {

    /**
     * Changes what the person asked for. A new user name, address or number needs a sign-in of the last ten minutes
     * (ASVS 7.5.1). An address or number counts only when {@link #confirmChange} has proven it; a newer request, a
     * reset, a new password and the end of the session cancel it. Whether somebody else has the address is told to
     * nobody but to its owner.
     *
     * <p>Refused as throttled: beyond the person's own limits, and beyond those of the client's network, which count
     * with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param change what to change; null fields stay as they are
     * @param address of the client, as the host knows it; null where it does not, and then the person's limits hold
     *     alone
     * @return the account as it is now and what waits for its proof, or why nothing was changed
     */
    ChangeResult update(Caller caller, AccountChange change, @Nullable String address);

    /**
     * The same where the host does not know the client's address.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param change what to change; null fields stay as they are
     * @return the account as it is now and what waits for its proof, or why nothing was changed
     */
    default ChangeResult update(Caller caller, AccountChange change) {
        return update(caller, change, null);
    }

    /**
     * Proves a new address or number in the session that asked for it. The other sessions and all open codes end in the
     * same transaction, and the old address is told (ASVS 6.3.7, 7.4.3).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param proof the code that was sent to the new address or number, and its challenge
     * @return the account as it is now, or why nothing was changed
     */
    ChangeResult confirmChange(Caller caller, ChangeProof proof);

    /**
     * Deletes the account, with a proof of its own: ends all sessions and frees the identifiers (ASVS 7.4.2).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param proof the password, or a code that was sent to prove again who one is
     * @return whether the account is deleted, and if not why
     */
    DeletionResult delete(Caller caller, DeletionProof proof);

    /** Why a person could not do something to the own account. */
    enum Refusal {
        /** The caller's session is over. */
        SESSION_ENDED("session_ended"),
        /** The last proof of who the person is lies too far back; sign in again first (ASVS 7.5.1). */
        REAUTHENTICATION_REQUIRED("reauthentication_required"),
        /** Somebody goes by that user name. User names are public, so this may be told. */
        USERNAME_TAKEN("username_taken"),
        /**
         * The code is wrong, used, replaced, expired or out of attempts, or what it proves is somebody else's
         * meanwhile.
         */
        INVALID_CODE("invalid_code"),
        /** The text is no code: it holds letters, or another count of digits; no attempt was spent. */
        MALFORMED_CODE("malformed_code"),
        /** The password is wrong. */
        WRONG_PASSWORD("wrong_password"),
        /** The host is against it, or it would delete the last superuser. */
        NOT_ALLOWED("not_allowed"),
        /** Too many tries or messages. */
        THROTTLED("throttled"),
        /** The machine is busy hashing; try again. */
        BUSY("busy");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code session_ended}} */
        public String code() {
            return code;
        }
    }

    /**
     * The proof of a new address or number.
     *
     * @param challengeId as it stands in {@link PendingChange}
     * @param code as it was sent to the new address or number
     */
    record ChangeProof(String challengeId, Secret code) {}

    /**
     * Shows that it is the person, and not somebody with a stolen token, who wants the account deleted (ASVS 7.5.1).
     */
    sealed interface DeletionProof {

        /**
         * The account's password.
         *
         * @param password as typed; compared with the stored hash
         */
        record Password(Secret password) implements DeletionProof {}

        /**
         * A code as it is sent to prove again who one is, to an address or number the account has proven.
         *
         * @param challengeId names the code
         * @param code as typed
         */
        record Code(String challengeId, Secret code) implements DeletionProof {}
    }

    /** How a request to delete the own account ended. */
    sealed interface DeletionResult {

        /** The account is deleted, its sessions are over and its identifiers are free. */
        record Deleted() implements DeletionResult {}

        /**
         * Nothing was changed.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that is known
         */
        record Refused(Refusal why, @Nullable Instant retryAt) implements DeletionResult {

            /**
             * Refused, and nothing is known on when to try again.
             *
             * @param why what a client may be told, by its stable code
             */
            public Refused(Refusal why) {
                this(why, null);
            }
        }
    }
}

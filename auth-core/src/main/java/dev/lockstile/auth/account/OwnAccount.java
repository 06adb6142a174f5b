package dev.lockstile.auth.account;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own account: reading, changing, deleting and exporting it. Each call is one transaction of its own, so
 * that counted attempts stay counted when the host rolls back.
 */
public interface OwnAccount {

    /**
     * {@return the caller's own account}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<AccountInfo> me(Caller caller);

    /**
     * Changes the account. A new user name, address or number requires a recent authentication, within ten minutes by
     * default (ASVS 7.5.1). A new address or number takes effect when {@link #confirmChange} has verified it; a newer
     * request, a password reset or change and the end of the session cancel it. If another account has the address,
     * only its owner is notified.
     *
     * <p>Refused with {@link Refusal#THROTTLED} beyond the limits of the user or of the client's network, which are
     * shared with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param change what to change; null values are unchanged
     * @param address the client's IP address as determined by the host; null where it is not known, and then only
     *     the user's limits apply
     * @return the account after the change and the values to be verified, or the refusal:
     *     {@link Refusal#STEP_UP_REQUIRED} where the last authentication is too old, {@link Refusal#USERNAME_TAKEN},
     *     since user names are public, {@link Refusal#FORBIDDEN} for a veto of a hook
     */
    Outcome<Changed> update(Caller caller, AccountChange change, @Nullable String address);

    /**
     * Changes the account where the client's IP address is not known.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param change what to change; null values are unchanged
     * @return the account after the change and the values to be verified, or the refusal
     */
    default Outcome<Changed> update(Caller caller, AccountChange change) {
        return update(caller, change, null);
    }

    /**
     * Verifies a new address or number, in the session that requested it. Other sessions and all live codes are revoked
     * in the same transaction, and the old address receives a notice (ASVS 6.3.7, 7.4.3).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param proof the code that was sent to the new address or number, and its challenge
     * @return the account after the change, or the refusal: {@link Refusal#INVALID_CODE} also where another account
     *     has verified the address meanwhile
     */
    Outcome<Changed> confirmChange(Caller caller, ChangeProof proof);

    /**
     * Deletes the account after a separate authentication: revokes all sessions and frees the identifiers (ASVS 7.4.2).
     * With a grace period ({@link #deletionGrace}) the sessions are revoked at once and the first clean-up after the
     * period deletes the account; the owner receives a notice with the date, and can sign in and cancel by
     * {@link #keep}.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param proof the password, or a code of {@code StepUp.requestCode}
     * @return the deleted account, or the refusal: {@link Refusal#FORBIDDEN} for a veto of a hook and for the last
     *     superuser
     */
    Outcome<UserId> delete(Caller caller, DeletionProof proof);

    /** {@return the grace period of a deletion by the owner; zero where the account is deleted at once} */
    Duration deletionGrace();

    /**
     * {@return when the account will be deleted, empty where no deletion is pending; or {@code SESSION_ENDED}}
     *
     * @param caller the authenticated caller
     */
    Outcome<Optional<Instant>> deletionDue(Caller caller);

    /**
     * Cancels a pending deletion that the owner requested. Of a concurrent clean-up and this call, one succeeds.
     *
     * @param caller the authenticated caller
     * @return the account; {@link Refusal#NOT_FOUND} where no deletion is pending, {@link Refusal#FORBIDDEN} for
     *     staff who act on behalf of the account
     */
    Outcome<UserId> keep(Caller caller);

    /**
     * Returns all stored data of the account to its owner, who also receives a notice. Lists of events, sent codes and
     * devices have the newest 1,000 entries; the part {@code cut} names the lists that were shortened. At most five
     * times a day.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the data, or the refusal: {@link Refusal#STEP_UP_REQUIRED} where the last authentication is too old,
     *     {@link Refusal#FORBIDDEN} for staff who act on behalf of the account, {@link Refusal#THROTTLED}
     */
    Outcome<DataExport> export(Caller caller);

    /**
     * The caller's account after a change.
     *
     * @param account after the change
     * @param pending values that take effect when they are verified; does not reveal whether another account has
     *     them
     */
    record Changed(AccountInfo account, List<PendingChange> pending) {

        /**
         * Copies the list.
         *
         * @param account after the change
         * @param pending values that take effect when they are verified; does not reveal whether another account
         *     has them
         */
        public Changed {
            pending = List.copyOf(pending);
        }
    }

    /**
     * A new address or number that is not verified yet.
     *
     * @param kind e-mail or phone
     * @param challengeId the challenge of the code that was sent to it
     * @param validUntil when the code expires
     */
    record PendingChange(IdentifierKind kind, String challengeId, Instant validUntil) {}

    /**
     * The verification of a new address or number.
     *
     * @param challengeId from {@link PendingChange}
     * @param code the code that was sent to the new address or number
     */
    record ChangeProof(String challengeId, Secret code) {}

    /** Authentication of a deletion, so that a stolen token does not suffice for it (ASVS 7.5.1). */
    sealed interface DeletionProof {

        /**
         * The account's password.
         *
         * @param password as typed
         */
        record Password(Secret password) implements DeletionProof {}

        /**
         * A code of {@code StepUp.requestCode}, which was sent to a verified address or number of the account.
         *
         * @param challengeId the challenge of the code
         * @param code as typed
         */
        record Code(String challengeId, Secret code) implements DeletionProof {}
    }
}

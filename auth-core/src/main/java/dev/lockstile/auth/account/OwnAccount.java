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
 * What a signed-in user reads and changes of the own account. Each call is one transaction of its own, so that what it
 * counts stays counted whatever the host rolls back.
 */
public interface OwnAccount {

    /**
     * {@return what the caller may see of the own account}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<AccountInfo> me(Caller caller);

    /**
     * Changes what the person asked for. A new user name, address or number needs a sign-in of the last ten minutes
     * (ASVS 7.5.1). An address or number counts only when {@link #confirmChange} has proven it; a newer request, a
     * reset, a new password and the end of the session cancel it. Whether another account has the address is told to
     * its owner alone.
     *
     * <p>Refused as throttled: beyond the person's own limits, and beyond those of the client's network, which count
     * with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param change what to change; null fields stay as they are
     * @param address the client's IP address as determined by the host; null where it is not known, and then the
     *     person's limits hold alone
     * @return the account as it is now and what waits for its proof, or why nothing was changed: {@link
     *     Refusal#STEP_UP_REQUIRED} where the caller's last proof lies too far back, {@link Refusal#USERNAME_TAKEN},
     *     which may be told, since user names are public, {@link Refusal#FORBIDDEN} where the host is against it
     */
    Outcome<Changed> update(Caller caller, AccountChange change, @Nullable String address);

    /**
     * The same where the host does not know the client's address.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param change what to change; null fields stay as they are
     * @return the account as it is now and what waits for its proof, or why nothing was changed
     */
    default Outcome<Changed> update(Caller caller, AccountChange change) {
        return update(caller, change, null);
    }

    /**
     * Proves a new address or number in the session that asked for it. The other sessions and all open codes end in the
     * same transaction, and the old address is told (ASVS 6.3.7, 7.4.3).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param proof the code that was sent to the new address or number, and its challenge
     * @return the account as it is now, or why nothing was changed: {@link Refusal#INVALID_CODE} also where another
     *     account has proven the address meanwhile
     */
    Outcome<Changed> confirmChange(Caller caller, ChangeProof proof);

    /**
     * Deletes the account, with a proof of its own: ends all sessions and frees the identifiers (ASVS 7.4.2). Where the
     * host gives days of grace ({@link #deletionGrace}), the sessions end and the account is deleted by the first
     * clean-up after them; the owner is told the day, and a sign-in takes it back with {@link #keep}.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param proof the password, or a code that was sent to prove again who one is
     * @return the deleted account, or why it is not deleted: {@link Refusal#FORBIDDEN} where the host is against it,
     *     and for the last superuser
     */
    Outcome<UserId> delete(Caller caller, DeletionProof proof);

    /** {@return how long a deletion by the owner waits; zero where the account is deleted at once} */
    Duration deletionGrace();

    /**
     * {@return when the account is to be deleted, empty where no deletion waits; or that the session is over}
     *
     * @param caller the authenticated caller
     */
    Outcome<Optional<Instant>> deletionDue(Caller caller);

    /**
     * Takes back the deletion that the owner asked for. Against a clean-up at the same time one of both wins.
     *
     * @param caller the authenticated caller, after a full sign-in
     * @return the account that stays; {@link Refusal#NOT_FOUND} where no deletion waits, {@link Refusal#FORBIDDEN} for
     *     staff who act for the account
     */
    Outcome<UserId> keep(Caller caller);

    /**
     * Gives the owner all that is kept of the account, and tells the owner by a notice that it was given out. Lists of
     * what happened, of sent codes and of devices have the newest thousand entries; those that are cut stand under
     * {@code cut}. Five times a day.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the data, or why they are not given: {@link Refusal#STEP_UP_REQUIRED} where the caller's last proof lies
     *     too far back, {@link Refusal#FORBIDDEN} for staff who act for the account, {@link Refusal#THROTTLED}
     */
    Outcome<DataExport> export(Caller caller);

    /**
     * The own account after a change.
     *
     * @param account as it is now
     * @param pending what is to be proven before it counts; says nothing on whether the address is free
     */
    record Changed(AccountInfo account, List<PendingChange> pending) {

        /**
         * Copies the list.
         *
         * @param account as it is now
         * @param pending what is to be proven before it counts; says nothing on whether the address is free
         */
        public Changed {
            pending = List.copyOf(pending);
        }
    }

    /**
     * A new address or number that waits for its proof.
     *
     * @param kind e-mail or phone
     * @param challengeId names the code that was sent to it
     * @param validUntil from this instant on the code is worth nothing
     */
    record PendingChange(IdentifierKind kind, String challengeId, Instant validUntil) {}

    /**
     * The proof of a new address or number.
     *
     * @param challengeId as it stands in {@link PendingChange}
     * @param code as it was sent to the new address or number
     */
    record ChangeProof(String challengeId, Secret code) {}

    /**
     * Shows that the person, and not the holder of a stolen token, wants the account deleted (ASVS 7.5.1).
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
}

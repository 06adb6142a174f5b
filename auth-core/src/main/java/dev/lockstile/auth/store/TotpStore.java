package dev.lockstile.auth.store;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Authenticator applications, read and written in the transaction of an {@link AuthTx}. A user has at most one
 * confirmed application, which is a second factor, and one enrolment that waits for its confirmation.
 */
public interface TotpStore {

    /** {@return true when the store has a table for authenticator applications} */
    boolean isMapped();

    /**
     * Replaces the waiting enrolment of a user, or adds one. Of concurrent calls one succeeds; the enclosing work of
     * the others fails with {@link KeyTakenException}.
     *
     * @param user the owner
     * @param enrolment the values of the row
     * @param now the time at which the flow began
     */
    void begin(UserId user, TotpState enrolment, Instant now);

    /**
     * {@return the user's waiting enrolment if it has this id, even if it has expired; empty otherwise}
     *
     * @param user the owner
     * @param enrolmentId id as in {@link TotpState#enrolmentId()}
     */
    Optional<TotpState> pending(UserId user, String enrolmentId);

    /**
     * {@return the user's waiting enrolment if it began in this session or sign-in, even if it has expired; empty
     * otherwise}
     *
     * @param user the owner
     * @param sessionRef id or digest as in {@link TotpState#sessionRef()}
     */
    Optional<TotpState> pendingOf(UserId user, String sessionRef);

    /**
     * {@return the user's confirmed application; empty when there is none}
     *
     * @param user the owner
     */
    Optional<TotpState> confirmed(UserId user);

    /**
     * Spends one attempt to confirm a waiting, unexpired enrolment, with one conditional update.
     *
     * @param user the owner
     * @param enrolmentId id as in {@link TotpState#enrolmentId()}
     * @param max number of attempts that an enrolment allows
     * @param now the time at which the flow began
     * @return false when the enrolment does not exist, is confirmed, has expired or has no attempts left
     */
    boolean spendAttempt(UserId user, String enrolmentId, int max, Instant now);

    /**
     * Returns one spent attempt of a waiting, unexpired enrolment, with one conditional update. Flows call it when the
     * code was right and the work after it has failed.
     *
     * @param user the owner
     * @param enrolmentId id as in {@link TotpState#enrolmentId()}
     * @param now the time at which the flow began
     * @return false when the enrolment does not exist, is confirmed or has expired, or no attempt was spent
     */
    boolean returnAttempt(UserId user, String enrolmentId, Instant now);

    /**
     * Confirms a waiting, unexpired enrolment, with one conditional update. A confirmed application of the user makes
     * the enclosing work fail with {@link KeyTakenException}.
     *
     * @param user the owner
     * @param enrolmentId id as in {@link TotpState#enrolmentId()}
     * @param step time step of the code that confirms it; codes of this and earlier steps are refused from then on
     * @param now the time at which the flow began
     * @return false when the enrolment does not exist, is confirmed or has expired
     */
    boolean confirm(UserId user, String enrolmentId, long step, Instant now);

    /**
     * Raises the last step of a confirmed application, so that each code works once (RFC 6238, 5.2). One conditional
     * update lets one of several requests win.
     *
     * @param user the owner
     * @param enrolmentId id as in {@link TotpState#enrolmentId()}
     * @param step time step of the code that was entered
     * @param now the time at which the flow began
     * @return false when this step or a later one was used, or the user has no such confirmed application
     */
    boolean advance(UserId user, String enrolmentId, long step, Instant now);

    /**
     * Removes the confirmed application and the waiting enrolment of a user, with their secrets.
     *
     * @param user the owner
     * @return the number of rows removed
     */
    int removeAll(UserId user);
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Authenticator applications in a transaction: of each user one that counts, and one that waits to be confirmed. */
public interface TotpStore {

    /** {@return true when the host keeps them at all} */
    boolean isMapped();

    /**
     * Adds an enrolment in the place of one that waits; of two at once one wins, and the other one's work ends with
     * {@link KeyTakenException}.
     *
     * @param user whose application
     * @param enrolment to be added
     * @param now the time of the flow
     */
    void begin(UserId user, TotpState enrolment, Instant now);

    /**
     * {@return the enrolment of that user and id that waits to be confirmed, expired ones included; empty when it was
     * replaced}
     *
     * @param user whose application
     * @param enrolmentId as {@link TotpState#enrolmentId()} says
     */
    Optional<TotpState> pending(UserId user, String enrolmentId);

    /**
     * {@return the enrolment of that user that waits to be confirmed and began there, expired ones included; empty when
     * there is none}
     *
     * @param user whose application
     * @param sessionRef the session, or the challenge, in which it began
     */
    Optional<TotpState> pendingOf(UserId user, String sessionRef);

    /**
     * {@return the one that counts; empty when there is none}
     *
     * @param user whose application
     */
    Optional<TotpState> confirmed(UserId user);

    /**
     * Spends one attempt at a confirmation, if it waits, is in time and has attempts left: one conditional update.
     *
     * @param user whose application
     * @param enrolmentId as {@link TotpState#enrolmentId()} says
     * @param max how many there are
     * @param now the time of the flow
     * @return false when it is confirmed, over, out of attempts or not there
     */
    boolean spendAttempt(UserId user, String enrolmentId, int max, Instant now);

    /**
     * Gives back an attempt that was spent on a right code whose work failed: one conditional update.
     *
     * @param user whose application
     * @param enrolmentId as {@link TotpState#enrolmentId()} says
     * @param now the time of the flow
     * @return false when it is confirmed, over, not there, or no attempt was spent
     */
    boolean returnAttempt(UserId user, String enrolmentId, Instant now);

    /**
     * Makes an enrolment that waits and is in time count from now on, with that step as the last one: one conditional
     * update. Where the user has one that counts already the work ends with {@link KeyTakenException}.
     *
     * @param user whose application
     * @param enrolmentId as {@link TotpState#enrolmentId()} says
     * @param step the time step of the code that confirmed it
     * @param now the time of the flow
     * @return false when it is confirmed, over or not there
     */
    boolean confirm(UserId user, String enrolmentId, long step, Instant now);

    /**
     * Moves the last step of the one that counts up to this one, if it is below: one conditional update with one
     * winner.
     *
     * @param user whose application
     * @param enrolmentId as {@link TotpState#enrolmentId()} says
     * @param step the time step of the code that was shown
     * @param now the time of the flow
     * @return false when that step or a later one was used, or none counts of that id
     */
    boolean advance(UserId user, String enrolmentId, long step, Instant now);

    /**
     * Removes all of a user, with their secrets.
     *
     * @param user whose application
     * @return how many there were
     */
    int removeAll(UserId user);
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Authenticator applications in a transaction: of each user one that counts, and one that waits to be confirmed. */
public interface TotpStore {

    /** True when the host keeps them at all. */
    boolean isKept();

    /**
     * Adds an enrolment in the place of one that waits; of two at once one wins, and the other one's work ends with
     * {@link KeyTakenException}.
     */
    void begin(UserId user, TotpState enrolment, Instant now);

    /** The enrolment of that user and id that waits to be confirmed, expired ones included; empty when it was replaced. */
    Optional<TotpState> pending(UserId user, String enrolmentId);

    /** The enrolment of that user that waits to be confirmed and began there, expired ones included. */
    Optional<TotpState> pendingOf(UserId user, String sessionRef);

    /** The one that counts. */
    Optional<TotpState> confirmed(UserId user);

    /**
     * Spends one attempt at a confirmation, if it waits, is in time and has attempts left: one conditional update.
     *
     * @param max how many there are
     */
    boolean spendAttempt(UserId user, String enrolmentId, int max, Instant now);

    /**
     * Makes an enrolment that waits and is in time count from now on, with that step as the last one: one conditional
     * update. Where the user has one that counts already the work ends with {@link KeyTakenException}.
     */
    boolean confirm(UserId user, String enrolmentId, long step, Instant now);

    /** Moves the last step of the one that counts up to this one, if it is below: one conditional update with one winner. */
    boolean advance(UserId user, String enrolmentId, long step, Instant now);

    /** Removes all of a user, with their secrets. @return how many there were */
    int removeAll(UserId user);
}

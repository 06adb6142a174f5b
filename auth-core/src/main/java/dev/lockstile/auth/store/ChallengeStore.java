package dev.lockstile.auth.store;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Challenges in a transaction. */
public interface ChallengeStore {

    /** {@return true when the host keeps them at all} */
    boolean isMapped();

    /**
     * Adds a challenge; a digest that is there already ends the work with {@link KeyTakenException}.
     *
     * @param challenge to be added
     * @param now the time of the flow
     */
    void insert(AuthChallenge challenge, Instant now);

    /**
     * {@return the challenge of that digest, whatever its state; empty when there is none}
     *
     * @param digest SHA-256 of what the client got
     */
    Optional<AuthChallenge> byDigest(String digest);

    /**
     * Spends one attempt, if the challenge is open: one conditional update.
     *
     * @param digest SHA-256 of what the client got
     * @param now the time of the flow
     * @return false when it is used, over or out of attempts, or not there
     */
    boolean spendAttempt(String digest, Instant now);

    /**
     * Gives one spent attempt back, if the challenge is neither used nor ended: one conditional update.
     *
     * @param digest SHA-256 of what the client got
     * @param now the time of the flow
     * @return false when none was spent, or the challenge is used, ended or not there
     */
    boolean returnAttempt(String digest, Instant now);

    /**
     * Uses the challenge up, if that was not done and it is in time: one conditional update with one winner.
     *
     * @param digest SHA-256 of what the client got
     * @param now the time of the flow
     * @return false when another request was first, or it is over or not there
     */
    boolean use(String digest, Instant now);

    /**
     * {@return a challenge of a user that is not used and in time; empty when there is none}
     *
     * @param user whose challenges
     * @param kind what they are for
     * @param now the time of the flow
     */
    Optional<AuthChallenge> open(UserId user, AuthChallenge.Kind kind, Instant now);

    /**
     * {@return the users of challenges of one kind that are not used and in time, the first to be over first; none where
     * the host keeps no challenges}
     *
     * @param kind what they are for
     * @param validUntil those that are valid longer are left out
     * @param max how many at most
     * @param now the time of the flow
     */
    List<UserId> users(AuthChallenge.Kind kind, Instant validUntil, int max, Instant now);

    /**
     * Ends all of a user that are not used, but a deletion of the account that waits.
     *
     * @param user whose challenges
     * @param now the time of the flow
     * @return how many there were
     */
    int endAll(UserId user, Instant now);

    /**
     * Ends those of a user that are of one kind, not used and in time: one conditional update. They are used, and valid
     * until now, so that they are removed as early as others: one may have been valid for years.
     *
     * @param user whose challenges
     * @param kind what they are for
     * @param now the time of the flow
     * @return how many there were
     */
    int endAll(UserId user, AuthChallenge.Kind kind, Instant now);

    /**
     * Ends the sign-ins of a user that wait for a second factor, shown or enrolled, after a first one by exactly these
     * methods: one conditional update.
     *
     * @param user whose challenges
     * @param methods the {@code amr} of the first factor, as {@link AuthChallenge#methods()} says
     * @param validUntil those that are valid longer stay
     * @param now the time of the flow
     * @return how many there were
     */
    int endSignIns(UserId user, String methods, Instant validUntil, Instant now);
}

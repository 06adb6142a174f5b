package dev.lockstile.auth.store;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Challenges, read and written in the transaction of an {@link AuthTx}. */
public interface ChallengeStore {

    /** {@return true when the store has a table for challenges} */
    boolean isMapped();

    /**
     * Adds a challenge. A digest that exists already makes the enclosing work fail with {@link KeyTakenException}.
     *
     * @param challenge the values of the row
     * @param now the time at which the flow began
     */
    void insert(AuthChallenge challenge, Instant now);

    /**
     * {@return the challenge with this digest in any state; empty when there is none}
     *
     * @param digest digest of the challenge id, as in {@link AuthChallenge#digest()}
     */
    Optional<AuthChallenge> byDigest(String digest);

    /**
     * Spends one attempt of an open challenge, with one conditional update.
     *
     * @param digest digest of the challenge id, as in {@link AuthChallenge#digest()}
     * @param now the time at which the flow began
     * @return false when the challenge does not exist, was used, has expired or has no attempts left
     */
    boolean spendAttempt(String digest, Instant now);

    /**
     * Returns one spent attempt of a challenge that is not used, with one conditional update.
     *
     * @param digest digest of the challenge id, as in {@link AuthChallenge#digest()}
     * @param now the time at which the flow began
     * @return false when the challenge does not exist or was used, or no attempt was spent
     */
    boolean returnAttempt(String digest, Instant now);

    /**
     * Marks a challenge as used if it is unused and has not expired. One conditional update lets one of several
     * requests win.
     *
     * @param digest digest of the challenge id, as in {@link AuthChallenge#digest()}
     * @param now the time at which the flow began
     * @return false when the challenge does not exist, was used or has expired
     */
    boolean use(String digest, Instant now);

    /**
     * {@return a challenge of the user that is unused and has not expired; empty when there is none}
     *
     * @param user the user of the challenge
     * @param kind the kind of challenge
     * @param now the time at which the flow began
     */
    Optional<AuthChallenge> open(UserId user, AuthChallenge.Kind kind, Instant now);

    /**
     * {@return the users with unused, unexpired challenges of one kind, in order of expiry; empty when the store has no
     * table for challenges}
     *
     * @param kind the kind of challenge
     * @param validUntil challenges that expire later are left out
     * @param max maximum number of users
     * @param now the time at which the flow began
     */
    List<UserId> users(AuthChallenge.Kind kind, Instant validUntil, int max, Instant now);

    /**
     * Marks all unused challenges of the user as used, except a pending deletion of the account.
     *
     * @param user the user of the challenges
     * @param now the time at which the flow began
     * @return the number of challenges that were marked
     */
    int endAll(UserId user, Instant now);

    /**
     * Marks the unused, unexpired challenges of the user and kind as used, with one conditional update. They also
     * expire at {@code now}: a challenge may be valid for years, and its row is removed some time after it has expired.
     *
     * @param user the user of the challenges
     * @param kind the kind of challenge
     * @param now the time at which the flow began
     * @return the number of challenges that were marked
     */
    int endAll(UserId user, AuthChallenge.Kind kind, Instant now);

    /**
     * Marks as used the user's sign-ins that wait for a second factor or its enrolment after a first factor by exactly
     * these methods, with one conditional update.
     *
     * @param user the user of the challenges
     * @param methods the {@code amr} of the first factor, as in {@link AuthChallenge#methods()}
     * @param validUntil challenges that expire later stay open
     * @param now the time at which the flow began
     * @return the number of challenges that were marked
     */
    int endSignIns(UserId user, String methods, Instant validUntil, Instant now);
}

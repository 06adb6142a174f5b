package dev.lockstile.auth.store;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ChallengeKind;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Challenges in a transaction. */
public interface ChallengeStore {

    /** True when the host keeps them at all. */
    boolean isKept();

    void insert(AuthChallenge challenge, Instant now);

    /** The challenge of that digest, whatever its state. */
    Optional<AuthChallenge> byDigest(String digest);

    /** Spends one attempt, if the challenge is open: one conditional update. */
    boolean spendAttempt(String digest, Instant now);

    /** Uses the challenge up, if that was not done and it is in time: one conditional update with one winner. */
    boolean use(String digest, Instant now);

    /** One of a user that is not used and in time. */
    Optional<AuthChallenge> open(UserId user, ChallengeKind kind, Instant now);

    /** Ends all of a user that are not used. @return how many there were */
    int endAll(UserId user, Instant now);

    /** The same for those of one kind that are in time: one conditional update. */
    int endAll(UserId user, ChallengeKind kind, Instant now);
}

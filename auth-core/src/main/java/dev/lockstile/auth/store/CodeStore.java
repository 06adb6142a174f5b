package dev.lockstile.auth.store;

import dev.lockstile.auth.model.CodePurpose;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** One-time codes and links in a transaction. */
public interface CodeStore {

    /** The code of that challenge, whatever its state. */
    Optional<StoredCode> byChallenge(String challengeId);

    /** The one code that is live under the key, used, replaced and ended ones left out (expired ones are found). */
    Optional<StoredCode> live(String liveKey);

    /** The newest code sent to a recipient for a purpose, whatever its state. */
    Optional<StoredCode> latest(CodePurpose purpose, String recipientKey);

    /**
     * Ends the live code under the new one's key, if it is old enough to be replaced, and adds the new one in its place.
     *
     * <p>Where a younger one is live the work ends with {@link KeyTakenException}; of two at once, one wins and the
     * other meets its code. So the time between two codes is kept by the store itself, under any parallelism.
     */
    void replace(NewCode code);

    /**
     * Spends one attempt, if the code is usable now: one conditional update.
     *
     * @param kept so many of the attempts are not for this caller
     * @return false when it is used, ended, expired or out of attempts
     */
    boolean spendAttempt(String challengeId, int kept, Instant now);

    /** Spends one of all attempts. */
    default boolean spendAttempt(String challengeId, Instant now) {
        return spendAttempt(challengeId, 0, now);
    }

    /**
     * Uses the code up, if it is neither used nor ended nor expired: one conditional update, whose one winner may go on.
     */
    boolean use(String challengeId, Instant now);

    /** Ends all codes of a user that are still open; how many there were. */
    int endAll(UserId user, Instant now);

    /** Ends all codes to a recipient that are still open, whoever they were made for; how many there were. */
    int endAllTo(String recipientKey, Instant now);
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One-time codes and links in a transaction. */
public interface CodeStore {

    /**
     * {@return the code of that challenge, whatever its state; empty when there is none}
     *
     * @param challengeId public name of the code
     */
    Optional<StoredCode> byChallenge(String challengeId);

    /**
     * {@return the one code that is live under the key, used, replaced and ended ones left out (expired ones are
     * found)}
     *
     * @param liveKey as {@link NewCode#liveKey()} says
     */
    Optional<StoredCode> live(String liveKey);

    /**
     * {@return the newest code sent to a recipient for a purpose, whatever its state; empty when there is none}
     *
     * @param purpose what it is good for
     * @param recipientKey key of the canonical identifier
     */
    Optional<StoredCode> latest(CodePurpose purpose, String recipientKey);

    /**
     * {@return the codes for a purpose that are usable now, the first to expire first}
     *
     * @param purpose what they are good for
     * @param max at most this many
     * @param now the time of the flow
     */
    List<StoredCode> open(CodePurpose purpose, int max, Instant now);

    /**
     * Ends the live code under the new one's key, if it is old enough to be replaced, and adds the new one in its
     * place.
     *
     * <p>Where a younger one is live the work ends with {@link KeyTakenException}; of two at once, one wins and the
     * other meets its code. So the time between two codes is kept by the store itself, under any parallelism.
     *
     * @param code to be added
     */
    void replace(NewCode code);

    /**
     * Spends one attempt, if the code is usable now: one conditional update.
     *
     * @param challengeId public name of the code
     * @param kept so many of the attempts are not for this caller
     * @param now the time of the flow
     * @return false when it is used, ended, expired or out of attempts
     */
    boolean spendAttempt(String challengeId, int kept, Instant now);

    /**
     * Spends one of all attempts.
     *
     * @param challengeId public name of the code
     * @param now the time of the flow
     * @return false when it is used, ended, expired or out of attempts
     */
    default boolean spendAttempt(String challengeId, Instant now) {
        return spendAttempt(challengeId, 0, now);
    }

    /**
     * Gives one spent attempt back, if the code is neither used nor ended: one conditional update. For an attempt that
     * ends in an outage, so that nothing was decided.
     *
     * @param challengeId public name of the code
     * @param now the time of the flow
     * @return false when none was spent, or the code is used, ended or not there
     */
    boolean returnAttempt(String challengeId, Instant now);

    /**
     * Uses the code up, if it is neither used nor ended nor expired: one conditional update, whose one winner may go
     * on.
     *
     * @param challengeId public name of the code
     * @param now the time of the flow
     * @return false when another request was first, or it is ended, expired or not there
     */
    boolean use(String challengeId, Instant now);

    /**
     * Ends all codes of a user that are still open. The link of a notice ({@link CodePurpose#SIGN_IN_NOTICE}) stays: it
     * closes the account to the person who may have caused the end.
     *
     * @param user for whom the codes were made
     * @param now the time of the flow
     * @return how many there were
     */
    int endAll(UserId user, Instant now);

    /**
     * Ends all codes to a recipient that are still open, for any user; the link of a notice stays.
     *
     * @param recipientKey key of the canonical identifier
     * @param now the time of the flow
     * @return how many there were
     */
    int endAllTo(String recipientKey, Instant now);

    /**
     * A code to be added.
     *
     * @param state the row to be
     * @param recipient the address or number in clear
     * @param liveKey unique among live codes: purpose and recipient, or purpose and user
     * @param replaceable a live code under the key that was sent after this instant stays, and the new one is not added
     */
    record NewCode(CodeState state, String recipient, String liveKey, Instant replaceable) {

        /**
         * A code that takes the place of any that was sent before.
         *
         * @param state the row to be
         * @param recipient the address or number in clear
         * @param liveKey unique among live codes: purpose and recipient, or purpose and user
         */
        public NewCode(CodeState state, String recipient, String liveKey) {
            this(state, recipient, liveKey, state.times().sentAt());
        }

        @Override
        public String toString() {
            return "NewCode[" + state + "]";
        }
    }

    /**
     * A code as read.
     *
     * @param state the row as one value
     * @param recipient the address or number it was sent to
     */
    record StoredCode(CodeState state, String recipient) {

        @Override
        public String toString() {
            return "StoredCode[" + state + "]";
        }
    }
}

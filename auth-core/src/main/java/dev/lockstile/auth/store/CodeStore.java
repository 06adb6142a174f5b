package dev.lockstile.auth.store;

import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One-time codes and links, read and written in the transaction of an {@link AuthTx}. A code is live until it is used,
 * replaced or ended; a live code may have expired.
 */
public interface CodeStore {

    /**
     * {@return the code with this challenge id in any state; empty when there is none}
     *
     * @param challengeId public id of the code
     */
    Optional<StoredCode> byChallenge(String challengeId);

    /**
     * {@return the live code with this key, even if it has expired; empty when there is none}
     *
     * @param liveKey key as in {@link NewCode#liveKey()}
     */
    Optional<StoredCode> live(String liveKey);

    /**
     * {@return the newest code for a recipient and purpose in any state; empty when there is none}
     *
     * @param purpose the purpose of the code
     * @param recipientKey key of the canonical identifier
     */
    Optional<StoredCode> latest(CodePurpose purpose, String recipientKey);

    /**
     * {@return the live codes of a purpose that have not expired, in order of expiry; they may have no attempts left}
     *
     * @param purpose the purpose of the codes
     * @param max maximum number of codes
     * @param now the time at which the flow began
     */
    List<StoredCode> open(CodePurpose purpose, int max, Instant now);

    /**
     * Ends the live code with the key of the new code, if it is old enough to be replaced, and adds the new code. A
     * younger live code makes the enclosing work fail with {@link KeyTakenException}.
     *
     * <p>Of several concurrent calls one succeeds. The store thus enforces the minimum time between two codes.
     *
     * @param code the code to add
     */
    void replace(NewCode code);

    /**
     * Spends one attempt of a live, unexpired code, with one conditional update.
     *
     * @param challengeId public id of the code
     * @param kept number of attempts that are reserved for other callers
     * @param now the time at which the flow began
     * @return false when the code does not exist, was used or ended, has expired, or has no more attempts left than
     *     those reserved
     */
    boolean spendAttempt(String challengeId, int kept, Instant now);

    /**
     * Spends one attempt of a live, unexpired code, of which none are reserved for other callers.
     *
     * @param challengeId public id of the code
     * @param now the time at which the flow began
     * @return false when the code does not exist, was used or ended, has expired, or has no attempts left
     */
    default boolean spendAttempt(String challengeId, Instant now) {
        return spendAttempt(challengeId, 0, now);
    }

    /**
     * Returns one spent attempt of a live code, with one conditional update. Flows call it when an outage prevented the
     * check of the code.
     *
     * @param challengeId public id of the code
     * @param now the time at which the flow began
     * @return false when the code does not exist, was used or ended, or no attempt was spent
     */
    boolean returnAttempt(String challengeId, Instant now);

    /**
     * Marks a live, unexpired code as used. One conditional update lets one of several requests win.
     *
     * @param challengeId public id of the code
     * @param now the time at which the flow began
     * @return false when the code does not exist, was used or ended, or has expired
     */
    boolean use(String challengeId, Instant now);

    /**
     * Ends the live codes made for a user, except the links in security notices ({@link CodePurpose#SIGN_IN_NOTICE}):
     * the owner may still need those to report an attacker who has caused this call.
     *
     * @param user the user that the codes were made for
     * @param now the time at which the flow began
     * @return the number of codes that were ended
     */
    int endAll(UserId user, Instant now);

    /**
     * Ends the live codes sent to a recipient, for any user, except the links in security notices
     * ({@link CodePurpose#SIGN_IN_NOTICE}).
     *
     * @param recipientKey key of the canonical identifier
     * @param now the time at which the flow began
     * @return the number of codes that were ended
     */
    int endAllTo(String recipientKey, Instant now);

    /**
     * A code to be added.
     *
     * @param state the values of the row
     * @param recipient the e-mail address or phone number
     * @param liveKey unique among live codes; formed from the purpose and the recipient or user
     * @param replaceable a live code sent after this time is not replaced
     */
    record NewCode(CodeState state, String recipient, String liveKey, Instant replaceable) {

        /**
         * Creates a code that replaces a live code of any age.
         *
         * @param state the values of the row
         * @param recipient the e-mail address or phone number
         * @param liveKey unique among live codes; formed from the purpose and the recipient or user
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
     * @param state the values of the row
     * @param recipient the e-mail address or phone number that the code was sent to
     */
    record StoredCode(CodeState state, String recipient) {

        @Override
        public String toString() {
            return "StoredCode[" + state + "]";
        }
    }
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.CodeState;
import java.time.Instant;

/**
 * A code to be added.
 *
 * @param state the row to be
 * @param recipient the address or number in clear
 * @param liveKey unique among live codes: purpose and recipient, or purpose and user
 * @param replaceable a live code under the key that was sent after this instant stays, and the new one is not added
 */
public record NewCode(CodeState state, String recipient, String liveKey, Instant replaceable) {

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

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.CodeState;
import java.time.Instant;

/**
 * A code to be added.
 *
 * @param liveKey unique among live codes: purpose and recipient, or purpose and user
 * @param replaceable a live code under the key that was sent after this instant stays, and the new one is not added
 */
public record NewCode(CodeState state, String recipient, String liveKey, Instant replaceable) {

    /** A code that takes the place of any that was sent before. */
    public NewCode(CodeState state, String recipient, String liveKey) {
        this(state, recipient, liveKey, state.times().sentAt());
    }

    @Override
    public String toString() {
        return "NewCode[" + state + "]";
    }
}

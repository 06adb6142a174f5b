package dev.lockstile.auth.store;

import dev.lockstile.auth.model.CodeState;

/**
 * A code as read.
 *
 * @param state the row as one value
 * @param recipient the address or number it was sent to
 */
public record StoredCode(CodeState state, String recipient) {

    @Override
    public String toString() {
        return "StoredCode[" + state + "]";
    }
}

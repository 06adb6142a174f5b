package dev.lockstile.auth.account;

import dev.lockstile.auth.model.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * A forgotten password.
 *
 * @param kind e-mail or phone
 * @param text as the person typed it
 * @param address the client's address as the host knows it
 */
public record ResetRequest(
        IdentifierKind kind, String text, @Nullable String address) {

    @Override
    public String toString() {
        return "ResetRequest[" + kind + "]";
    }
}

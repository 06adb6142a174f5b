package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself when it refreshes. What it says has to be what its session was opened with; what it
 * leaves out is not looked at.
 *
 * @param kind null when it does not say
 * @param deviceToken the client's own name for its device; null when it does not say
 */
public record RefreshClient(
        @Nullable ClientKind kind, @Nullable String deviceToken) {

    /** A client that says nothing of itself. */
    public static final RefreshClient UNNAMED = new RefreshClient(null, null);

    @Override
    public String toString() {
        return "RefreshClient[" + kind + "]";
    }
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Identifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a user to be added.
 *
 * @param owned true when the user is its owner from now on; false keeps it as a mere wish
 * @param verifiedAt when it was proven; null when it was not
 */
public record IdentifierAssignment(
        Identifier identifier, boolean owned, @Nullable Instant verifiedAt) {

    /** An identifier that nobody has proven yet and that therefore belongs to nobody. */
    public static IdentifierAssignment unproven(Identifier identifier) {
        return new IdentifierAssignment(identifier, false, null);
    }

    /** An identifier that its holder has proven. */
    public static IdentifierAssignment proven(Identifier identifier, Instant at) {
        return new IdentifierAssignment(identifier, true, at);
    }
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Identifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a user to be added.
 *
 * @param identifier in canonical form
 * @param owned true when the user is its owner from now on; false keeps it as a mere request
 * @param verifiedAt when it was proven; null when it was not
 */
public record IdentifierAssignment(
        Identifier identifier, boolean owned, @Nullable Instant verifiedAt) {

    /**
     * {@return an identifier that nobody has proven yet and that therefore belongs to nobody}
     *
     * @param identifier in canonical form
     */
    public static IdentifierAssignment unproven(Identifier identifier) {
        return new IdentifierAssignment(identifier, false, null);
    }

    /**
     * {@return an identifier that its holder has proven}
     *
     * @param identifier in canonical form
     * @param at when it was proven
     */
    public static IdentifierAssignment proven(Identifier identifier, Instant at) {
        return new IdentifierAssignment(identifier, true, at);
    }
}

package dev.lockstile.auth.migrate.bridge;

import dev.lockstile.auth.model.Secret;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one old system makes its tokens. Holds the key, and shows it to nobody. */
public sealed interface OldTokens permits SimpleJwt, FastApiUsersJwt {

    /** Reads a token; empty for any that is not exactly one of these and live now. */
    Optional<Read> read(Secret token, Instant now);

    /**
     * What a token says.
     *
     * @param entity the kind of old row its owner is, such as {@code users}
     * @param userId the owner's old key
     * @param profileId the old key of the profile; null where it names none
     * @param id equal for one token however it is spelled, and different for any two
     * @param issuedAt null when it does not say
     */
    record Read(
            String entity,
            String userId,
            @Nullable String profileId,
            String id,
            @Nullable Instant issuedAt) {}
}

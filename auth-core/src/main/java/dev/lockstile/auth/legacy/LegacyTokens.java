package dev.lockstile.auth.legacy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of a source system, so that a migration does not sign users out. Called for refresh tokens that the
 * library did not issue, outside any transaction. The library ensures that each token is exchanged once, and not for a
 * user who is disabled or deleted, has since changed the password, or has ended all sessions.
 */
public interface LegacyTokens {

    /**
     * Verifies a token. An implementation has to refuse every text that is not a valid token of the source system,
     * signed with its key and algorithm, and all tokens after the end of the migration period.
     *
     * @param token as received from the client
     * @param now the time of the flow
     * @return the token; empty for an invalid one
     * @throws dev.lockstile.auth.store.StoreUnavailableException when its owner cannot be determined now
     */
    Optional<LegacyToken> read(Secret token, Instant now);

    /**
     * A valid token of a source system.
     *
     * @param user its owner in the store, found through the import's ledger and never by the bare key in the token
     * @param profileRef key of the profile in the store as text; null for the default one
     * @param ledgerKey the key under which its exchange is recorded; equal for all spellings of one token
     * @param origin the origin to record
     * @param issuedAt the time of issue; null when the token has none
     */
    record LegacyToken(
            UserId user,
            @Nullable String profileRef,
            String ledgerKey,
            LegacyOrigin origin,
            @Nullable Instant issuedAt) {}
}

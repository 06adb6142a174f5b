package dev.lockstile.auth.legacy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens of a source system, so that a migration signs no user out. Asked for what is no refresh token of ours,
 * outside of any transaction. The flow sees to the rest: each token is exchanged once, and not for a user who may not
 * act, was deleted, has chosen a new password here since, or has ended all sessions.
 */
public interface LegacyTokens {

    /**
     * Reads a token. Has to refuse whatever is not exactly a live token of the source system under its own key and
     * algorithm, and everything once the time for the move is over.
     *
     * @param token as the client sent it
     * @param now the time of the flow
     * @return the token; empty for whatever is not exactly a live one
     * @throws dev.lockstile.auth.store.StoreUnavailableException when its owner cannot be found out now
     */
    Optional<LegacyToken> read(Secret token, Instant now);

    /**
     * A live token of a source system.
     *
     * @param user its owner here, found through the ledger and never by the bare number in the token
     * @param profileRef textual key of the profile here; null for the default one
     * @param ledgerKey under which its exchange is entered; equal for one token, however it is spelled
     * @param origin what the entry says
     * @param issuedAt null when it does not say
     */
    record LegacyToken(
            UserId user,
            @Nullable String profileRef,
            String ledgerKey,
            LegacyOrigin origin,
            @Nullable Instant issuedAt) {}
}

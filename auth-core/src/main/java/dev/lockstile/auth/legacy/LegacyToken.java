package dev.lockstile.auth.legacy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live token of a source system.
 *
 * @param user its owner here, found through the ledger and never by the bare number in the token
 * @param profileRef textual key of the profile here; null for the default one
 * @param ledgerKey under which its exchange is entered; equal for one token, however it is spelled
 * @param origin what the entry says
 * @param issuedAt null when it does not say
 */
public record LegacyToken(
        UserId user,
        @Nullable String profileRef,
        String ledgerKey,
        LegacyOrigin origin,
        @Nullable Instant issuedAt) {}

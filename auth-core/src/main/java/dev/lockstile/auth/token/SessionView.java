package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param address coarse: the last part is left out
 * @param current true for the session that asks
 */
public record SessionView(
        SessionId id,
        ClientKind client,
        @Nullable String deviceLabel,
        @Nullable String address,
        Instant createdAt,
        Instant lastUsedAt,
        boolean current) {}

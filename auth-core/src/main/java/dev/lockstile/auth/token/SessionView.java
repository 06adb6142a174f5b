package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param id the public name of the session
 * @param client the kind of client
 * @param deviceLabel what the client said of itself; null for nothing
 * @param address coarse: the last part is left out
 * @param createdAt when it was opened
 * @param lastUsedAt when it was opened or its refresh token last exchanged
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

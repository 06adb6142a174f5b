package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.List;

/** Keys as they are stored, and as their owner sees them. */
final class ApiKeyRows {

    private ApiKeyRows() {}

    /** {@code start()} refuses a host that serves keys and keeps none. */
    static ApiKeyStore of(AuthTx tx) {
        return tx.extension(ApiKeyStore.class)
                .orElseThrow(() ->
                        new IllegalStateException("the host keeps no API keys: no entity extends AbstractApiKey"));
    }

    /** The keys of an account that are neither revoked nor expired. */
    static List<ApiKey> shown(AuthTx tx, UserId user, Instant now) {
        return of(tx).live(user, now).stream().map(key -> shown(key, now)).toList();
    }

    static ApiKey shown(ApiKeyState key, Instant now) {
        Instant until = key.secrets().previousUntil();
        return new ApiKey(
                key.keyId(),
                key.name(),
                key.scopes(),
                key.times().createdAt(),
                key.times().expiresAt(),
                key.times().lastUsedAt(),
                until != null && now.isBefore(until) ? until : null);
    }
}

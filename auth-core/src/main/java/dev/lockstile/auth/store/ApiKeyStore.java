package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * API keys, read and written in the transaction of an {@link AuthTx}. It is an {@linkplain AuthTx#extension extension}
 * of stores that have a table for API keys. A revoked key stays revoked.
 */
public interface ApiKeyStore {

    /**
     * Adds a key.
     *
     * @param user the owner
     * @param key the values of the row
     */
    void insert(UserId user, ApiKeyState key);

    /**
     * {@return the key with its user and the user's profiles, even if it has expired; empty when it does not exist or
     * was revoked, or the user is deleted} Runs one statement.
     *
     * @param keyId id as in {@link ApiKeyState#keyId()}
     */
    Optional<StoredApiKey> byId(String keyId);

    /**
     * {@return the user's keys that are neither revoked nor expired, newest first}
     *
     * @param user the owner
     * @param now the time at which the flow began
     */
    List<ApiKeyState> live(UserId user, Instant now);

    /**
     * Changes the name of a key that is neither revoked nor expired, with one conditional update.
     *
     * @param user the owner
     * @param keyId id as in {@link ApiKeyState#keyId()}
     * @param name 1 to 64 characters
     * @param now the time at which the flow began
     * @return false when the user has no such key
     */
    boolean rename(UserId user, String keyId, String name, Instant now);

    /**
     * Replaces the secret of a key that is neither revoked nor expired, with one conditional update.
     *
     * @param user the owner
     * @param keyId id as in {@link ApiKeyState#keyId()}
     * @param rotation the secret that was read, and the secret that replaces it
     * @return false when the user has no such key, or the secret was replaced since it was read
     */
    boolean rotate(UserId user, String keyId, Rotation rotation);

    /**
     * Notes a use of a key that is not revoked, with one conditional update.
     *
     * @param keyId id as in {@link ApiKeyState#keyId()}
     * @param unlessSince writes nothing when a use at or after this time is noted
     * @param now the time at which the flow began
     * @return false when nothing was written
     */
    boolean use(String keyId, Instant unlessSince, Instant now);

    /**
     * Revokes a key of the user, with one conditional update.
     *
     * @param user the owner
     * @param keyId id as in {@link ApiKeyState#keyId()}
     * @param now the time at which the flow began
     * @return false when the user has no such key, or it was revoked before
     */
    boolean end(UserId user, String keyId, Instant now);

    /**
     * Revokes all keys of the user.
     *
     * @param user the owner
     * @param now the time at which the flow began
     * @return the number of keys that this call revoked
     */
    int endAll(UserId user, Instant now);

    /**
     * An API key and its user, read with one statement.
     *
     * @param key the key as stored
     * @param user the user as stored
     */
    record StoredApiKey(ApiKeyState key, StoredUser user) {}

    /**
     * A replacement of a key's secret.
     *
     * @param seen digest of the current secret as it was read
     * @param next the digests to store
     * @param expiresAt the new expiry time of the key
     * @param now the time at which the flow began
     */
    record Rotation(String seen, ApiKeyState.Secrets next, Instant expiresAt, Instant now) {}
}

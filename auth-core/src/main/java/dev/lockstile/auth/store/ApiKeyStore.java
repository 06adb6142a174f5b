package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * API keys in a transaction: an {@linkplain AuthTx#extension extension} that a store has where the host keeps them. A
 * key that is revoked has ended; no verb brings it back.
 */
public interface ApiKeyStore {

    /**
     * Adds a key.
     *
     * @param user whose key
     * @param key to be added
     */
    void insert(UserId user, ApiKeyState key);

    /**
     * {@return the key that was not revoked, expired or not, with its user and profiles, in one statement; empty when
     * the user is deleted or there is none}
     *
     * @param keyId as {@link ApiKeyState#keyId()} says
     */
    Optional<StoredApiKey> byId(String keyId);

    /**
     * {@return the keys of a user that are neither revoked nor expired, newest first}
     *
     * @param user whose keys
     * @param now the time of the flow
     */
    List<ApiKeyState> live(UserId user, Instant now);

    /**
     * Gives a key another name: one conditional update.
     *
     * @param user whose key
     * @param keyId as {@link ApiKeyState#keyId()} says
     * @param name 1 to 64 characters
     * @param now the time of the flow
     * @return false when the user has no such key, or it was revoked or has expired
     */
    boolean rename(UserId user, String keyId, String name, Instant now);

    /**
     * Puts another secret in the place of the one seen: one conditional update (secret, not revoked, not expired).
     *
     * @param user whose key
     * @param keyId as {@link ApiKeyState#keyId()} says
     * @param rotation what was seen, and what takes its place
     * @return false when another rotation was first, or the key was revoked or has expired
     */
    boolean rotate(UserId user, String keyId, Rotation rotation);

    /**
     * Notes a use, unless one as late as that is noted already: one conditional update.
     *
     * @param keyId as {@link ApiKeyState#keyId()} says
     * @param unlessSince writes nothing where a use is noted from this instant on
     * @param now the time of the flow
     * @return false when nothing was written
     */
    boolean use(String keyId, Instant unlessSince, Instant now);

    /**
     * Revokes one key of that user: one conditional update.
     *
     * @param user whose key
     * @param keyId as {@link ApiKeyState#keyId()} says
     * @param now the time of the flow
     * @return false when the user has no such key, or it was revoked before
     */
    boolean end(UserId user, String keyId, Instant now);

    /**
     * Revokes all keys of that user.
     *
     * @param user whose keys
     * @param now the time of the flow
     * @return how many were revoked now
     */
    int endAll(UserId user, Instant now);

    /**
     * A key with its user, as read in one statement.
     *
     * @param key as it is stored
     * @param user as it is now
     */
    record StoredApiKey(ApiKeyState key, StoredUser user) {}

    /**
     * A change of a key's secret.
     *
     * @param seen the digest that must still be the current one
     * @param next the digests that take its place
     * @param expiresAt when the key expires
     * @param now the time of the flow
     */
    record Rotation(String seen, ApiKeyState.Secrets next, Instant expiresAt, Instant now) {}
}

package dev.lockstile.auth.apikey;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of any account, for host code and commands: the methods check no permission, so no endpoint may call
 * them. The owner receives a notice of each created key. Each call is one transaction of its own, and is refused with
 * {@code API_KEYS_OFF} where the host does not offer API keys.
 */
public interface ApiKeyAdministration {

    /**
     * {@return the keys of an account that are neither revoked nor expired, newest first}
     *
     * @param user the account
     */
    Outcome<List<ApiKey>> list(UserId user);

    /**
     * {@return the permissions that a key of the account can have now; {@code NOT_FOUND}}
     *
     * @param user the account
     */
    Outcome<Set<String>> scopes(UserId user);

    /**
     * Creates a key of an account, in its default profile.
     *
     * @param user the account
     * @param draft its properties
     * @param reference the reason, for the audit trail
     * @return the key with its secret; {@code NOT_FOUND}, {@code ACCOUNT_UNAVAILABLE} for a disabled account,
     *     {@code TOO_MANY_API_KEYS}, and {@code INVALID_INPUT} as in {@link ApiKeys#create}
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<ApiKey.Issued> create(UserId user, ApiKey.Draft draft, String reference);

    /**
     * Replaces the secret of a key, as {@link ApiKeys#rotate} does.
     *
     * @param key the owner and the key
     * @param validFor lifetime from now on; null for the host's default
     * @param reference the reason, for the audit trail
     * @return the key with its new secret; the refusals of {@link #create}
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<ApiKey.Issued> rotate(ApiKey.Owned key, @Nullable Duration validFor, String reference);

    /**
     * Revokes a key, which is refused from the commit on.
     *
     * @param key the owner and the key
     * @param reference the reason, for the audit trail
     * @return true; {@code NOT_FOUND}
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<Boolean> revoke(ApiKey.Owned key, String reference);
}

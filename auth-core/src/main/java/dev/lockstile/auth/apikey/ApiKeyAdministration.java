package dev.lockstile.auth.apikey;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of any account, for the host's own code and for commands: no method checks a right, and an endpoint
 * calls none. A person is told of each key that is made, as of one of their own. Each call is one transaction of its
 * own. Everything is refused with {@code API_KEYS_OFF} where the host serves no keys.
 */
public interface ApiKeyAdministration {

    /**
     * {@return the keys of an account that are neither revoked nor expired, newest first}
     *
     * @param user whose keys
     */
    Outcome<List<ApiKey>> list(UserId user);

    /**
     * {@return what a key of an account may do at most at this moment; {@code NOT_FOUND}}
     *
     * @param user whose key it would be
     */
    Outcome<Set<String>> scopes(UserId user);

    /**
     * Makes a key of an account, in its default profile.
     *
     * @param user whose key
     * @param draft what it is to be
     * @param reference the reason, for the audit trail
     * @return the key with its secret; {@code NOT_FOUND}, {@code ACCOUNT_UNAVAILABLE} for a disabled account, {@code
     *     TOO_MANY_API_KEYS}, and {@code INVALID_INPUT} as {@link ApiKeys#create} says
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<ApiKey.Issued> create(UserId user, ApiKey.Draft draft, String reference);

    /**
     * Gives a key another secret, as {@link ApiKeys#rotate} does.
     *
     * @param key whose and which
     * @param validFor how long the key opens from now on; null for the host's usual time
     * @param reference the reason, for the audit trail
     * @return the key with its new secret; the refusals of {@link #create}
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<ApiKey.Issued> rotate(ApiKey.Owned key, @Nullable Duration validFor, String reference);

    /**
     * Revokes a key: it opens nothing from the commit on.
     *
     * @param key whose and which
     * @param reference the reason, for the audit trail
     * @return true; {@code NOT_FOUND}
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<Boolean> revoke(ApiKey.Owned key, String reference);
}

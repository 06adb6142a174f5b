package dev.lockstile.auth.apikey;

import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.model.AbstractApiKey;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of accounts. A program with a key can call the host's own endpoints with the permissions among its
 * scopes. It cannot use the library's services, which require a session. Each call uses one or two short transactions
 * of its own.
 */
public interface ApiKeys {

    /** The optional feature of API keys. */
    AuthFeature FEATURE = new AuthFeature(
            "api-keys", Map.of(AbstractApiKey.class, "api_key"), List.of("api-keys", "admin/service-accounts"));

    /** {@return true when the host offers API keys} Does not query the database. */
    boolean isServed();

    /**
     * {@return whether the text has the form of a key of this host: its prefix and checksum} Does not query the
     * database and does not authenticate.
     *
     * @param text the credential of a request
     */
    boolean isKey(String text);

    /**
     * Authenticates a request with a key. The caller's permissions are the scopes that the owner has now; it has no
     * role and no right, and never counts as recently authenticated.
     *
     * @param key the credential of the request
     * @return the caller; {@code INVALID_TOKEN} for a key that is unknown, revoked or expired, or whose owner is
     *     disabled or deleted; {@code THROTTLED} with the time of the next try
     */
    Outcome<Caller> authenticate(String key);

    /**
     * Creates a key. Requires a recent authentication.
     *
     * @param caller the owner
     * @param draft its properties
     * @return the key with its secret; {@code INVALID_INPUT} for an invalid name, an unknown scope, a scope that
     *     the owner lacks, or a lifetime over the host's maximum; {@code TOO_MANY_API_KEYS}, {@code STEP_UP_REQUIRED},
     *     {@code SESSION_ENDED}, {@code THROTTLED}, {@code API_KEYS_OFF}
     */
    Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft);

    /**
     * {@return the permissions that a key of the caller can have now, for a form; {@code SESSION_ENDED},
     * {@code API_KEYS_OFF}}
     *
     * @param caller the owner
     */
    Outcome<Set<String>> scopes(Caller caller);

    /** {@return the lifetimes of keys, for a form} Does not query the database. */
    ApiKeySettings.Life life();

    /**
     * {@return the first characters of a key, by which its owner recognises it; they are the same for each of its
     * secrets and not secret} Does not query the database.
     *
     * @param id the {@link ApiKey#id()}
     */
    String start(String id);

    /**
     * {@return the keys of another account, like {@link #list}; with the refusals of
     * {@link dev.lockstile.auth.admin.AccountDirectory} and {@code API_KEYS_OFF}}
     *
     * @param caller the authenticated caller, with the permission
     *     {@link dev.lockstile.auth.role.AdminPermission#USERS_READ}
     * @param user the account
     */
    Outcome<List<ApiKey>> listAs(Caller caller, UserId user);

    /**
     * Creates a key of a service account on behalf of staff with the permission
     * {@link dev.lockstile.auth.role.AdminPermission#PROGRAMS_MANAGE}, a recent authentication and all permissions of
     * the account's role. Staff revoke it by
     * {@link dev.lockstile.auth.account.AuthorizedAdministration#revokeApiKeyAs}.
     *
     * @param caller the authenticated caller
     * @param program the service account
     * @param draft its properties
     * @param reference the reason, for the audit trail
     * @return the key with its secret; the refusals of {@link #create}, {@code FORBIDDEN}, {@code NOT_FOUND} also
     *     for a person's account, {@code ACCOUNT_UNAVAILABLE} for a disabled account
     */
    Outcome<ApiKey.Issued> createAs(Caller caller, UserId program, ApiKey.Draft draft, String reference);

    /**
     * {@return the permissions that a key of a service account can have now; {@code NOT_FOUND} also for a person's
     * account, {@code FORBIDDEN}, {@code SECOND_FACTOR_REQUIRED}, {@code SESSION_ENDED}, {@code API_KEYS_OFF}}
     *
     * @param caller the authenticated caller, with the permission
     *     {@link dev.lockstile.auth.role.AdminPermission#PROGRAMS_MANAGE}
     * @param program the service account
     */
    Outcome<Set<String>> scopesAs(Caller caller, UserId program);

    /**
     * Replaces the secret of a service account's key as {@link #rotate} does, on behalf of staff with the authorization
     * of {@link #createAs}.
     *
     * @param caller the authenticated caller
     * @param key the owner and the key
     * @param validFor lifetime from now on; null for the host's default
     * @param reference the reason, for the audit trail
     * @return the key with its new secret; the refusals of {@link #createAs}
     */
    Outcome<ApiKey.Issued> rotateAs(Caller caller, ApiKey.Owned key, @Nullable Duration validFor, String reference);

    /**
     * {@return the keys of the caller that are neither revoked nor expired, newest first}
     *
     * @param caller the owner
     */
    Outcome<List<ApiKey>> list(Caller caller);

    /**
     * Renames a key.
     *
     * @param caller the owner
     * @param id the {@link ApiKey#id()}
     * @param name 1 to 64 characters
     * @return the key; {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code SESSION_ENDED}, {@code API_KEYS_OFF}
     */
    Outcome<ApiKey> rename(Caller caller, String id, String name);

    /**
     * Replaces the secret of a key. The replaced one is accepted for the host's overlap, unless the key is revoked.
     * Requires a recent authentication.
     *
     * @param caller the owner
     * @param id the {@link ApiKey#id()}
     * @param validFor lifetime from now on; null for the host's default
     * @return the key with its new secret; the refusals of {@link #create}, and {@code NOT_FOUND}
     */
    Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor);

    /**
     * Revokes a key, which is refused from the commit on.
     *
     * @param caller the owner
     * @param id the {@link ApiKey#id()}
     * @return true; {@code NOT_FOUND}, {@code SESSION_ENDED}, {@code API_KEYS_OFF}
     */
    Outcome<Boolean> revoke(Caller caller, String id);
}

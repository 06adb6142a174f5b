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
 * The API keys of accounts. A key calls the host's own endpoints with the permissions among its scopes, and none of the
 * library's: it has no session, so that no service that asks for one serves it. Each call is one or two short
 * transactions of its own.
 */
public interface ApiKeys {

    /** What API keys bring to a host. */
    AuthFeature FEATURE = new AuthFeature(
            "api-keys", Map.of(AbstractApiKey.class, "api_key"), List.of("api-keys", "admin/service-accounts"));

    /** {@return true when the host serves keys} Asks no database. */
    boolean isServed();

    /**
     * {@return whether the text has the form of a key of this host: its prefix and its checksum} Asks no database and
     * proves nothing.
     *
     * @param text what a request shows
     */
    boolean isKey(String text);

    /**
     * Finds the caller of a request that shows a key. Its permissions are the scopes that the owner has at this moment;
     * it has no role and no right, and counts nowhere as a recent proof.
     *
     * @param key what the request shows
     * @return the caller; {@code INVALID_TOKEN} for a key that is unknown, revoked or expired, or whose owner may not
     *     act; {@code THROTTLED} with the time to try again
     */
    Outcome<Caller> authenticate(String key);

    /**
     * Makes a key. Asks for a recent proof of identity.
     *
     * @param caller whose key
     * @param draft what it is to be
     * @return the key with its secret; {@code INVALID_INPUT} for a wrong name, an unknown scope, a scope beyond the
     *     owner's, or a time over the host's maximum; {@code TOO_MANY_API_KEYS}, {@code STEP_UP_REQUIRED},
     *     {@code SESSION_ENDED}, {@code THROTTLED}, {@code API_KEYS_OFF}
     */
    Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft);

    /**
     * {@return what a key of the caller may do at most at this moment, for a form that offers it; {@code
     * SESSION_ENDED}, {@code API_KEYS_OFF}}
     *
     * @param caller whose key it would be
     */
    Outcome<Set<String>> scopes(Caller caller);

    /** {@return how long keys open, for a form that offers times} Asks no database. */
    ApiKeySettings.Life life();

    /**
     * {@return the first characters of a key, by which its owner knows it; they are the same for each of its secrets
     * and open nothing} Asks no database.
     *
     * @param id as {@link ApiKey#id()} says
     */
    String start(String id);

    /**
     * {@return the keys of another account, as {@link #list} shows them; the refusals of {@link
     * dev.lockstile.auth.admin.AccountDirectory}, and {@code API_KEYS_OFF}}
     *
     * @param caller the authenticated caller, with the permission
     *     {@link dev.lockstile.auth.role.AdminPermission#USERS_READ}
     * @param user whose keys
     */
    Outcome<List<ApiKey>> listAs(Caller caller, UserId user);

    /**
     * Makes a key of a service account on behalf of staff with the permission {@link
     * dev.lockstile.auth.role.AdminPermission#PROGRAMS_MANAGE}, a recent proof of identity and all that the account's
     * role permits. Staff end it by {@link dev.lockstile.auth.account.AuthorizedAdministration#revokeApiKeyAs}.
     *
     * @param caller the authenticated caller
     * @param program the service account
     * @param draft what it is to be
     * @param reference the reason, for the audit trail
     * @return the key with its secret; the refusals of {@link #create}, {@code FORBIDDEN}, {@code NOT_FOUND} for
     *     an account of a person too, {@code ACCOUNT_UNAVAILABLE} for a disabled account
     */
    Outcome<ApiKey.Issued> createAs(Caller caller, UserId program, ApiKey.Draft draft, String reference);

    /**
     * {@return what a key of a service account may do at most at this moment; {@code NOT_FOUND} for an account of a
     * person too, {@code FORBIDDEN}, {@code SECOND_FACTOR_REQUIRED}, {@code SESSION_ENDED}, {@code API_KEYS_OFF}}
     *
     * @param caller the authenticated caller, with the permission
     *     {@link dev.lockstile.auth.role.AdminPermission#PROGRAMS_MANAGE}
     * @param program the service account
     */
    Outcome<Set<String>> scopesAs(Caller caller, UserId program);

    /**
     * Gives a key of a service account another secret as {@link #rotate} does, on behalf of staff as {@link #createAs}
     * says.
     *
     * @param caller the authenticated caller
     * @param key whose and which
     * @param validFor how long the key opens from now on; null for the host's usual time
     * @param reference the reason, for the audit trail
     * @return the key with its new secret; the refusals of {@link #createAs}
     */
    Outcome<ApiKey.Issued> rotateAs(Caller caller, ApiKey.Owned key, @Nullable Duration validFor, String reference);

    /**
     * {@return the keys of the caller that are neither revoked nor expired, newest first}
     *
     * @param caller whose keys
     */
    Outcome<List<ApiKey>> list(Caller caller);

    /**
     * Gives a key another name.
     *
     * @param caller whose key
     * @param id as {@link ApiKey#id()} says
     * @param name 1 to 64 characters
     * @return the key; {@code NOT_FOUND}, {@code INVALID_INPUT}, {@code SESSION_ENDED}, {@code API_KEYS_OFF}
     */
    Outcome<ApiKey> rename(Caller caller, String id, String name);

    /**
     * Gives a key another secret. The replaced one opens for the host's overlap, and not at all once the key is
     * revoked. Asks for a recent proof of identity.
     *
     * @param caller whose key
     * @param id as {@link ApiKey#id()} says
     * @param validFor how long the key opens from now on; null for the host's usual time
     * @return the key with its new secret; the refusals of {@link #create}, and {@code NOT_FOUND}
     */
    Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor);

    /**
     * Revokes a key: it opens nothing from the commit on.
     *
     * @param caller whose key
     * @param id as {@link ApiKey#id()} says
     * @return true; {@code NOT_FOUND}, {@code SESSION_ENDED}, {@code API_KEYS_OFF}
     */
    Outcome<Boolean> revoke(Caller caller, String id);
}

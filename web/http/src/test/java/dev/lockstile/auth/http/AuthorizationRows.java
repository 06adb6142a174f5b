package dev.lockstile.auth.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may call each endpoint: the tables of {@link AuthorizationMatrixTest}. */
final class AuthorizationRows {

    static final String END_ALL = "POST admin/sessions/end-all";

    static final String ALL_SETTINGS = "POST admin/users/settings";
    static final String ALL_PROFILE_SETTINGS = "POST admin/users/profile-settings";

    /** Endpoints that ask for no caller: what they ask for is in {@code docs/http.md}. */
    static final Set<String> OPEN = Set.of(
            "GET .well-known/jwks.json",
            "GET login/social/callback/{id}",
            "POST login/basic",
            "POST login/link/confirm",
            "POST login/link/request",
            "POST login/new-password",
            "POST login/passkey",
            "POST login/passkey/options",
            "POST login/second-factor",
            "POST login/second-factor/passkey",
            "POST login/second-factor/totp",
            "POST login/social",
            "POST login/social/callback/{id}",
            "POST login/social/finish",
            "POST login/social/nonce",
            "POST login/social/precheck",
            "POST login/social/start",
            "POST otp/request",
            "POST otp/verify",
            "POST password-reset/confirm",
            "POST password-reset/request",
            "POST register",
            "POST registration/account-confirmation-email",
            "POST registration/account-confirmation-email/code",
            "POST registration/account-confirmation-email/resend",
            "POST token/refresh");

    /** What staff ask for who act for an account. Every other endpoint that asks for a caller refuses them. */
    static final Set<String> OPEN_TO_ACTORS = Set.of(
            "GET api-keys",
            "GET factors",
            "GET me",
            "GET passkeys",
            "GET profiles",
            "GET account/deletion",
            "GET account/settings",
            "GET profiles/{id}",
            "GET profiles/{id}/settings",
            "GET recovery-codes",
            "GET sessions",
            "GET trusted-browsers",
            "PATCH account/settings",
            "PATCH account/update",
            "PATCH profile/picture",
            "PATCH profiles/{id}",
            "PATCH profiles/{id}/settings",
            "POST logout",
            "PUT account/update");

    /** The permission of each endpoint of the administration; none stands for superusers alone. */
    static final Map<String, String> PERMISSIONS = permissions();

    private AuthorizationRows() {}

    private static Map<String, String> permissions() {
        Map<String, String> all = new TreeMap<>();
        all.put("POST admin/create-staff", "");
        all.put("POST admin/create-superuser", "");
        all.put("POST admin/factors/reset", "FACTORS_RESET");
        all.put("POST admin/factors/reset/cancel", "FACTORS_RESET");
        all.put("GET admin/events", "AUDIT_READ");
        all.put("POST admin/users/search", "USERS_READ");
        all.put("POST admin/users/export", "USERS_EXPORT");
        all.put("POST admin/users/create", "USERS_CREATE");
        all.put("GET admin/users/{id}", "USERS_READ");
        all.put("PATCH admin/users/{id}", "USERS_EDIT");
        all.put("GET admin/users/{id}/settings", "USERS_READ");
        all.put("PATCH admin/users/{id}/settings", "SETTINGS_CHANGE");
        all.put("PATCH admin/users/{id}/profile-settings", "SETTINGS_CHANGE");
        all.put(ALL_SETTINGS, "SETTINGS_CHANGE");
        all.put(ALL_PROFILE_SETTINGS, "SETTINGS_CHANGE");
        all.put("POST admin/users/{id}/disable", "USERS_DISABLE");
        all.put("POST admin/users/{id}/enable", "USERS_DISABLE");
        all.put("POST admin/users/{id}/delete", "USERS_DELETE");
        all.put("POST admin/users/{id}/restore", "USERS_DELETE");
        all.put("POST admin/users/{id}/end-sessions", "SESSIONS_END");
        all.put("POST admin/users/{id}/end-api-keys", "SESSIONS_END");
        all.put("POST admin/users/{id}/keep", "USERS_DELETE");
        all.put("GET admin/service-accounts/{id}/api-keys", "USERS_READ");
        all.put("POST admin/service-accounts/{id}/api-keys", "PROGRAMS_MANAGE");
        all.put("POST admin/service-accounts/{id}/rotate-api-key", "PROGRAMS_MANAGE");
        all.put("POST admin/service-accounts/{id}/revoke-api-key", "SESSIONS_END");
        all.put("POST admin/service-accounts", "PROGRAMS_MANAGE");
        all.put("POST admin/users/{id}/impersonate", "USERS_IMPERSONATE");
        all.put("POST admin/users/{id}/merge", "USERS_MERGE");
        all.put("POST admin/users/{id}/reset-password", "PASSWORDS_RESET");
        all.put("GET admin/invitations", "USERS_READ");
        all.put("GET admin/roles", "USERS_READ");
        all.put("POST admin/invitations", "USERS_CREATE");
        all.put(END_ALL, "");
        all.put("POST admin/users/{id}/invite", "USERS_CREATE");
        all.put("POST admin/users/{id}/revoke-invitation", "USERS_CREATE");
        all.put("POST admin/users/{id}/require-password", "PASSWORDS_RESET");
        all.put("POST admin/users/{id}/temporary-password", "PASSWORDS_RESET");
        all.put("POST admin/users/{id}/role", "ROLES_ASSIGN");
        all.put("POST admin/users/{id}/verify", "USERS_VERIFY");
        all.put("POST admin/social/accounts", "LINKS_MANAGE");
        all.put("POST admin/social/unlink", "LINKS_MANAGE");
        all.put("POST admin/social/resume", "LINKS_MANAGE");
        return all;
    }
}

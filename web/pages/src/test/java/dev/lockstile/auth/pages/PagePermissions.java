package dev.lockstile.auth.pages;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who opens each page: the tables of {@link PageAuthorizationMatrixTest}. */
final class PagePermissions {

    /** What stands for the permission of a page for superusers alone. */
    static final String SUPERUSER = "superuser";

    /** Pages for all callers: what they ask for, their own tests show. */
    static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /code",
            "GET /code/verify",
            "GET /confirm",
            "GET /forgotten",
            "GET /forgotten/sent",
            "GET /link",
            "GET /link/sent",
            "GET /new-password",
            "GET /register",
            "GET /register/sent",
            "GET /reset",
            "GET /second-factor",
            "GET /second-factor/enrol",
            "GET /sign-in",
            "GET /sign-in/ways",
            "GET /social/back",
            "GET /social/callback/corp",
            "POST /code",
            "POST /code/resend",
            "POST /code/verify",
            "POST /confirm",
            "POST /confirm/code",
            "POST /forgotten",
            "POST /link",
            "POST /link/code",
            "POST /link/open",
            "POST /new-password",
            "POST /register",
            "POST /register/resend",
            "POST /reset",
            "POST /second-factor",
            "POST /second-factor/enrol",
            "POST /sign-in",
            "POST /sign-in/social",
            "POST /sign-in/ways",
            "POST /sign-out",
            "POST /social/finish");

    /** Where {@code /admin} leads staff with that one permission; it is not there for the others. */
    static final Map<String, String> HOMES = Map.of(
            "USERS_READ", "/admin/users",
            "AUDIT_READ", "/admin/events",
            "PROGRAMS_MANAGE", "/admin/service-accounts");

    /** The permission of each page of the administration. */
    static final Map<String, String> ADMINISTRATION = administration();

    private PagePermissions() {}

    private static Map<String, String> administration() {
        Map<String, String> all = new TreeMap<>();
        for (String path : Stream.of("", "/profiles", "/devices", "/codes", "/sessions", "/sms-log", "/email-log")
                .toList()) {
            all.put("GET /admin" + path, SUPERUSER);
        }
        all.put("GET /admin/legacy-links", SUPERUSER);
        all.put("POST /admin/user/resend", SUPERUSER);
        all.put("GET /admin/invitations", "USERS_READ");
        all.put("POST /admin/invitations", "USERS_CREATE");
        all.put("GET /admin/users", "USERS_READ");
        all.put("GET /admin/user", "USERS_READ");
        all.put("GET /admin/roles", "USERS_READ");
        all.put("POST /admin/users/csv", "USERS_EXPORT");
        all.put("GET /admin/events", "AUDIT_READ");
        for (String method : Stream.of("GET", "POST").toList()) {
            all.put(method + " /admin/users/bulk", "USERS_DISABLE");
            all.put(method + " /admin/user/disable", "USERS_DISABLE");
            all.put(method + " /admin/user/enable", "USERS_DISABLE");
            all.put(method + " /admin/user/delete", "USERS_DELETE");
            all.put(method + " /admin/user/restore", "USERS_DELETE");
            all.put(method + " /admin/user/keep", "USERS_DELETE");
            all.put(method + " /admin/user/end-sessions", "SESSIONS_END");
            all.put(method + " /admin/user/end-session", "SESSIONS_END");
            all.put(method + " /admin/user/api-key", "SESSIONS_END");
            all.put(method + " /admin/user/end-api-keys", "SESSIONS_END");
            all.put(method + " /admin/user/reset-password", "PASSWORDS_RESET");
            all.put(method + " /admin/user/require-password", "PASSWORDS_RESET");
            all.put(method + " /admin/user/temporary-password", "PASSWORDS_RESET");
            all.put(method + " /admin/user/invite", "USERS_CREATE");
            all.put(method + " /admin/user/revoke-invitation", "USERS_CREATE");
            all.put(method + " /admin/user/impersonate", "USERS_IMPERSONATE");
            all.put(method + " /admin/service-accounts", "PROGRAMS_MANAGE");
            all.put(method + " /admin/user/service-key", "PROGRAMS_MANAGE");
            all.put(method + " /admin/user/merge", "USERS_MERGE");
            all.put(method + " /admin/sessions/end-all", SUPERUSER);
            all.put(method + " /admin/user/reset-factors", "FACTORS_RESET");
            all.put(method + " /admin/user/keep-factors", "FACTORS_RESET");
            all.put(method + " /admin/user/social/unlink", "LINKS_MANAGE");
            all.put(method + " /admin/user/social/resume", "LINKS_MANAGE");
        }
        return all;
    }
}

package dev.lockstile.auth.http;

import java.util.Map;
import java.util.TreeMap;

/** Bodies with which the acts of {@link AuthorizationMatrixTest} would be done. */
final class AuthorizationBodies {

    /** The reason of an act, without the end of the object. */
    static final String WHY = "{\"reason\":\"ticket 7\"";

    private static final Map<String, String> BODIES = bodies();

    private AuthorizationBodies() {}

    /** The body for an endpoint, in which {@code %s} stands for a new name. */
    static String of(String route) {
        return BODIES.getOrDefault(route, WHY + "}");
    }

    private static Map<String, String> bodies() {
        String twice = "\"new_password\":\"another-word-4411\",\"new_password_confirm\":\"another-word-4411\"";
        Map<String, String> all = new TreeMap<>();
        all.put("POST admin/users/search", "{}");
        all.put("POST admin/users/export", "{}");
        all.put("POST admin/users/create", WHY + ",\"username\":\"%s\"}");
        all.put("POST admin/invitations", WHY + ",\"email\":\"%s@example.com\"}");
        all.put(AuthorizationRows.END_ALL, WHY + ",\"confirm\":\"all\"}");
        all.put("POST admin/users/{id}/merge", WHY + ",\"into\":\"999999\"}");
        all.put("PATCH account/settings", "{\"theme\":\"dark\"}");
        all.put("PATCH profiles/{id}/settings", "{\"theme\":\"dark\"}");
        all.put("PATCH admin/users/{id}/settings", WHY + ",\"settings\":{\"theme\":\"dark\"}}");
        all.put(
                "PATCH admin/users/{id}/profile-settings",
                WHY + ",\"profile\":\"999999\",\"settings\":{\"theme\":\"dark\"}}");
        all.put(AuthorizationRows.ALL_SETTINGS, WHY + ",\"find\":\"none\",\"settings\":{\"theme\":\"dark\"}}");
        all.put(AuthorizationRows.ALL_PROFILE_SETTINGS, WHY + ",\"find\":\"none\",\"settings\":{\"theme\":\"dark\"}}");
        all.put("POST admin/users/{id}/role", WHY + ",\"role\":\"user\"}");
        all.put("POST admin/users/{id}/verify", WHY + ",\"field\":\"email\"}");
        all.put(
                "POST admin/create-staff",
                "{\"email\":\"%s@example.com\",\"password\":\"" + WholeStack.PASSWORD + "\"}");
        all.put(
                "POST admin/create-superuser",
                "{\"email\":\"%s@example.com\",\"password\":\"" + WholeStack.PASSWORD + "\"}");
        all.put("POST admin/factors/reset", WHY + ",\"login\":\"other@example.com\"}");
        all.put("POST admin/factors/reset/cancel", WHY + ",\"login\":\"other@example.com\"}");
        all.put("POST password-reset/change", "{\"old_password\":\"" + WholeStack.PASSWORD + "\"," + twice + "}");
        all.put("POST profile/switch", "{\"client\":\"web\",\"profile\":\"1\"}");
        all.put("POST step-up", "{\"password\":\"" + WholeStack.PASSWORD + "\"}");
        all.put("POST totp/confirm", "{\"enrolment_id\":\"none\",\"code\":\"000000\"}");
        all.put("POST account/confirm-change", "{\"challenge_id\":\"none\",\"code\":\"000000\"}");
        all.put("DELETE account/delete", "{\"confirmation\":true,\"password\":\"" + WholeStack.PASSWORD + "\"}");
        all.put("POST api-keys", "{\"name\":\"key\"}");
        all.put("POST api-keys/rotate/{id}", "{}");
        all.put("PATCH api-keys/{id}", "{\"name\":\"mine\"}");
        all.put("POST passkeys", "{\"ceremony_id\":\"none\",\"credential\":{}}");
        all.put("POST admin/service-accounts/{id}/api-keys", WHY + ",\"name\":\"key\"}");
        all.put("POST admin/service-accounts/{id}/rotate-api-key", WHY + ",\"key\":\"none\"}");
        all.put("POST admin/service-accounts/{id}/revoke-api-key", WHY + ",\"key\":\"none\"}");
        all.put("POST admin/service-accounts", WHY + ",\"username\":\"%s\",\"role\":\"none\"}");
        all.put("PATCH passkeys/{id}", "{\"name\":\"mine\"}");
        return all;
    }
}

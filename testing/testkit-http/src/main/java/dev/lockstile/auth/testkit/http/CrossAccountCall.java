package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.OTHER_PASSWORD;
import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static dev.lockstile.auth.testkit.http.AuthClient.body;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call with another account's keys.
 *
 * @param operation as the OpenAPI document calls it
 * @param path with the key of the victim's thing
 * @param pathOfNothing the same with a key that nothing has; equal to the path where it holds no key
 * @param statuses what may be answered
 */
record CrossAccountCall(
        String operation,
        String path,
        String pathOfNothing,
        @Nullable Map<String, Object> sent,
        Set<Integer> statuses) {

    private static final String NOTHING = "987654321";
    private static final String NO_UUID_OF_THE_HOST = "00000000-0000-4000-8000-000000000000";

    AuthReply send(AuthClient client, String where) {
        return client.send(operation.split(" ", 2)[0], where, sent);
    }

    /** One row or more for every endpoint that needs a token. */
    static List<CrossAccountCall> table(Victim victim, boolean superuser) {
        return Stream.of(
                        things(victim),
                        proofs(victim),
                        own(victim),
                        factors(victim),
                        administration(victim, superuser),
                        accounts(victim, superuser))
                .flatMap(List::stream)
                .toList();
    }

    /** Things named by a key: not there for a stranger. */
    private static List<CrossAccountCall> things(Victim victim) {
        Map<String, Object> owner = body("user", victim.user, "user_id", victim.user, "first_name", "Eve");
        return List.of(
                keyed("GET /profiles/{id}/", victim.profile, null),
                keyed("PATCH /profiles/{id}/", victim.profile, owner),
                keyed("DELETE /profiles/{id}/", victim.profile, null),
                keyed("GET /profiles/{id}/settings/", victim.profile, null),
                keyed("PATCH /profiles/{id}/settings/", victim.profile, body()),
                keyed("DELETE /sessions/{id}/", victim.session, null),
                plain("POST /profile/switch/", body("profile", victim.profile, "client", "web"), 404),
                plain("PATCH /profile/picture/", body("profile", victim.profile, "picture", "AAAA"), 404));
    }

    /** Codes and passwords of another account: right ones, in the wrong hands. */
    private static List<CrossAccountCall> proofs(Victim victim) {
        return List.of(
                plain(
                        "POST /account/confirm-change/",
                        body("challenge_id", victim.changeChallenge, "code", victim.changeCode),
                        401),
                plain("POST /step-up/", body("challenge_id", victim.stepUpChallenge, "code", victim.stepUpCode), 401),
                plain(
                        "DELETE /account/delete/",
                        body(
                                "confirmation",
                                true,
                                "user_id",
                                victim.user,
                                "challenge_id",
                                victim.stepUpChallenge,
                                "code",
                                victim.stepUpCode),
                        401));
    }

    /** What always means the caller, whatever account is named. */
    private static List<CrossAccountCall> own(Victim victim) {
        Map<String, Object> named = body(
                "id",
                victim.user,
                "user",
                victim.user,
                "user_id",
                victim.user,
                "session",
                victim.session,
                "session_id",
                victim.session);
        String query = "&user=" + victim.user + "&user_id=" + victim.user + "&profile=" + victim.profile;
        return List.of(
                at("GET /me/", "me/?client=web" + query, null, 200),
                at("GET /me/", "me/?client=mobile" + query, null, 200),
                at("GET /sessions/", "sessions/?x=1" + query, null, 200),
                at("GET /profiles/", "profiles/?x=1" + query, null, 200),
                plain("POST /profiles/", and(named, "first_name", "Eve"), 201),
                at("GET /account/settings/", "account/settings/?x=1" + query, null, 200),
                plain("POST /account/export/", named, 200, 403),
                at("GET /account/deletion/", "account/deletion/?x=1" + query, null, 200),
                plain("DELETE /account/deletion/", named, 404),
                plain("PATCH /account/settings/", named, 400),
                plain("PATCH /account/update/", and(named, "language", "pt"), 200),
                plain("PUT /account/update/", and(named, "timezone", "UTC"), 200),
                plain("POST /step-up/request/", and(named, "channel", "email", "email", Victim.EMAIL), 201, 429),
                plain("POST /logout/", named, 204),
                plain("POST /logout/others/", named, 204),
                plain("POST /logout/all/", named, 204),
                plain(
                        "POST /password-reset/change/",
                        and(
                                named,
                                "old_password",
                                "wrong-word-3117",
                                "new_password",
                                OTHER_PASSWORD,
                                "new_password_confirm",
                                OTHER_PASSWORD),
                        400));
    }

    /** The second factors of the caller, whatever account is named. */
    private static List<CrossAccountCall> factors(Victim victim) {
        Map<String, Object> named = body("user", victim.user, "user_id", victim.user, "session", victim.session);
        String query = "?user=" + victim.user + "&user_id=" + victim.user;
        return List.of(
                at("GET /factors/", "factors/" + query, null, 200),
                plain("POST /totp/", named, 201, 404),
                plain("POST /totp/confirm/", and(named, "enrolment_id", "none", "code", "000000"), 401),
                plain("DELETE /totp/", named, 404),
                plain("POST /passkeys/options/", named, 200, 404),
                plain("POST /passkeys/", and(named, "ceremony_id", "none", "credential", Map.of()), 400, 404),
                at("GET /passkeys/", "passkeys/" + query, null, 200),
                keyed("PATCH /passkeys/{id}/", victim.session, body("name", "mine")),
                keyed("DELETE /passkeys/{id}/", victim.session, null),
                plain("POST /step-up/passkey/", named, 404),
                at("GET /recovery-codes/", "recovery-codes/" + query, null, 404),
                plain("POST /recovery-codes/", named, 404, 409),
                at("GET /trusted-browsers/", "trusted-browsers/" + query, null, 200),
                plain("DELETE /trusted-browsers/", named, 204),
                keyed("DELETE /trusted-browsers/{id}/", victim.session, null),
                at("GET /login/social/accounts/", "login/social/accounts/" + query, null, 200, 404),
                plain("POST /login/social/link/", and(named, "provider", "google", "id_token", "none"), 400, 404),
                plain("POST /login/social/unlink/", and(named, "provider", "google"), 404));
    }

    /** Only a superuser administers; the victim is named where that is refused. */
    private static List<CrossAccountCall> administration(Victim victim, boolean superuser) {
        int status = superuser ? 201 : 403;
        Stream<CrossAccountCall> creating = Stream.of("superuser", "staff")
                .map(rank -> plain(
                        "POST /admin/create-" + rank + "/",
                        body("email", "new-" + rank + "@example.com", "password", PASSWORD, "user_id", "1"),
                        status));
        Map<String, Object> named = body(
                "login",
                superuser ? "nobody@example.com" : Victim.EMAIL,
                "reason",
                "ticket 1",
                "social_account_id",
                "1",
                "user_id",
                victim.user);
        Stream<CrossAccountCall> resets = Stream.of("reset", "reset/cancel")
                .map(path -> plain("POST /admin/factors/" + path + "/", named, superuser ? 404 : 403));
        Integer[] refused =
                superuser ? new Integer[] {404} : new Integer[] {403, 404}; // 404 where social sign-in is off
        Stream<CrossAccountCall> social = Stream.of("accounts", "unlink", "resume")
                .map(path -> plain("POST /admin/social/" + path + "/", named, refused));
        return Stream.of(creating, resets, social).flatMap(rows -> rows).toList();
    }

    /** Accounts and events by administrators; a superuser names an account that is not there. */
    private static List<CrossAccountCall> accounts(Victim victim, boolean superuser) {
        Integer missing = superuser ? 404 : 403;
        String none = nothingLike(victim.user);
        Map<String, Object> act =
                body("reason", "ticket 1", "role", "USER", "field", "email", "label", "Eve", "into", none);
        String key = superuser ? none : victim.user;
        Stream<CrossAccountCall> acts = Stream.of(
                        "role",
                        "verify",
                        "reset-password",
                        "require-password",
                        "temporary-password",
                        "invite",
                        "revoke-invitation",
                        "merge",
                        "end-sessions",
                        "end-api-keys",
                        "keep",
                        "disable",
                        "enable",
                        "delete",
                        "restore")
                .map(name -> account("POST /admin/users/{id}/" + name + "/", key, act, missing));
        Map<String, Object> search = body("find", "nothing-has-this-name");
        Integer shown = superuser ? 200 : 403;
        return Stream.concat(
                        Stream.concat(acts, programs(key, superuser)),
                        Stream.of(
                                account("POST /admin/users/{id}/impersonate/", key, act, 404), // off for all
                                account("GET /admin/users/{id}/", key, null, missing),
                                account("GET /admin/users/{id}/settings/", key, null, missing),
                                account("PATCH /admin/users/{id}/settings/", key, act, 400),
                                account("PATCH /admin/users/{id}/profile-settings/", key, act, 400),
                                plain("POST /admin/users/settings/", act, 400),
                                plain("POST /admin/users/profile-settings/", act, 400),
                                account("PATCH /admin/users/{id}/", key, body("reason", "ticket 1"), missing),
                                plain("POST /admin/users/search/", search, shown),
                                plain("POST /admin/users/export/", search, shown),
                                at("GET /admin/invitations/", "admin/invitations/", null, shown),
                                at("GET /admin/roles/", "admin/roles/", null, shown),
                                plain(
                                        "POST /admin/invitations/",
                                        body("username", "without-an-address", "reason", "ticket 1"),
                                        superuser ? 409 : 403),
                                plain(
                                        "POST /admin/sessions/end-all/",
                                        body("confirm", superuser ? "some" : "all", "reason", "ticket 1"),
                                        superuser ? 400 : 403),
                                plain(
                                        "POST /admin/users/create/",
                                        body("email", "by-an-administrator@example.com", "reason", "ticket 1"),
                                        superuser ? 201 : 403),
                                at("GET /admin/events/", "admin/events/?user=" + NOTHING, null, shown, 404),
                                at("GET /me/events/", "me/events/?user=" + victim.user, null, 200, 404)))
                .toList();
    }

    /** Accounts of programs and keys by administrators; 404 where the host serves no keys. */
    private static Stream<CrossAccountCall> programs(String key, boolean superuser) {
        Map<String, Object> named =
                body("reason", "ticket 1", "name", "key", "key", "none", "username", "exporter", "role", "none");
        Integer[] refused = superuser ? new Integer[] {404} : new Integer[] {403, 404};
        return Stream.of(
                account("POST /admin/service-accounts/{id}/api-keys/", key, named, refused),
                account("POST /admin/service-accounts/{id}/rotate-api-key/", key, named, refused),
                account("POST /admin/service-accounts/{id}/revoke-api-key/", key, named, refused),
                account("GET /admin/service-accounts/{id}/api-keys/", key, null, superuser ? 200 : 403, 404),
                plain("POST /admin/service-accounts/", named, superuser ? 400 : 403, 404));
    }

    private static CrossAccountCall account(
            String operation, String key, @Nullable Map<String, Object> body, Integer... statuses) {
        String path = operation.split(" /", 2)[1];
        return new CrossAccountCall(
                operation, path.replace("{id}", key), path.replace("{id}", nothingLike(key)), body, Set.of(statuses));
    }

    /** A key of the same form that no row has: what is no key at all is not found, whatever the caller may do. */
    private static String nothingLike(String key) {
        return key.length() == NO_UUID_OF_THE_HOST.length() ? NO_UUID_OF_THE_HOST : NOTHING;
    }

    private static CrossAccountCall keyed(String operation, String key, @Nullable Map<String, Object> body) {
        return account(operation, key, body, 404);
    }

    private static CrossAccountCall plain(String operation, Map<String, Object> body, Integer... statuses) {
        return at(operation, operation.split(" /", 2)[1], body, statuses);
    }

    private static CrossAccountCall at(
            String operation, String path, @Nullable Map<String, Object> body, Integer... statuses) {
        return new CrossAccountCall(operation, path, path, body, Set.of(statuses));
    }

    private static Map<String, Object> and(Map<String, Object> base, Object... more) {
        Map<String, Object> all = body(more);
        base.forEach(all::putIfAbsent);
        return all;
    }
}

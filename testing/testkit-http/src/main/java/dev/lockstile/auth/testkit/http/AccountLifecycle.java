package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.BOOTSTRAP;
import static dev.lockstile.auth.testkit.http.AttackedHost.OTHER_PASSWORD;
import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static dev.lockstile.auth.testkit.http.AuthClient.body;

import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.testkit.SentLink;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A life with the library, through every endpoint, and what the tables hold after each step. */
final class AccountLifecycle {

    private static final String ANA = "ana@example.com";
    private static final String NEXT = "ana.ruiz@example.com";
    private static final Map<String, Object> DEVICE =
            Map.of("platform", "ios", "name", "phone", "token", "d-1", "notification_token", "push-1");

    private final AttackedHost host;
    private final LifecycleSteps steps;

    AccountLifecycle(AttackedHost host, PlantedFields planting) {
        this.host = host;
        this.steps = new LifecycleSteps(new EntityRows(host.host.entities()), planting);
    }

    List<LifecycleSteps.Step> live() {
        arriving();
        signingIn();
        watchingSessions();
        moving();
        havingProfiles();
        changingPasswords();
        FactorLifecycle factors = new FactorLifecycle(host, steps, NEXT);
        factors.showingPasskeys();
        factors.addingFactor();
        administering();
        administeringAccounts();
        leaving();
        return steps.all();
    }

    private void arriving() {
        steps.step(
                "POST /register/",
                host.client,
                body(
                        "email",
                        ANA,
                        "password",
                        PASSWORD,
                        "password_confirm",
                        PASSWORD,
                        "first_name",
                        "Ana",
                        "last_name_1",
                        "Ruiz",
                        "terms_and_conditions_accepted",
                        true));
        host.pass(Duration.ofMinutes(5));
        steps.step("POST /registration/account-confirmation-email/resend/", host.client, body("email", ANA));
        SentLink link = host.link(ANA);
        steps.attempt(
                "POST /registration/account-confirmation-email/code/",
                host.client,
                "registration/account-confirmation-email/code/",
                body("challenge_id", "none", "code", "00000000"));
        steps.step(
                "POST /registration/account-confirmation-email/",
                host.client,
                body("uid", link.uid(), "token", link.token(), "password", PASSWORD));
    }

    private void signingIn() {
        steps.step(
                "POST /login/basic/",
                host.client,
                body("login", ANA, "password", PASSWORD, "client", "mobile", "device", DEVICE));
        host.pass(Duration.ofMinutes(5));
        steps.step("POST /otp/request/", host.client, body("email", ANA, "channel", "email"));
        AuthReply in = steps.step(
                "POST /otp/verify/", host.client, body("email", ANA, "code", host.code(ANA), "client", "web"));
        steps.step("POST /token/refresh/", host.client, body("refresh", in.field("tokens", "refreshToken")));
        steps.attempt(
                "POST /login/new-password/",
                host.client,
                "login/new-password/",
                body("ticket", "none", "new_password", PASSWORD, "new_password_confirm", PASSWORD, "client", "web"));
        signingInByLink();
    }

    private void signingInByLink() {
        host.pass(Duration.ofMinutes(5));
        AuthReply asked =
                steps.attempt("POST /login/link/request/", host.client, "login/link/request/", body("email", ANA));
        Map<String, Object> proof = body("token", "none", "request_id", "none", "client", "web");
        if (asked.status() == 200) {
            proof.put("token", host.link(ANA).token());
            proof.put("request_id", asked.field("request_id"));
        }
        steps.attempt("POST /login/link/confirm/", host.client, "login/link/confirm/", proof);
    }

    private void watchingSessions() {
        AuthClient ana = host.signedIn(ANA);
        JsonNode listed = steps.step("GET /sessions/", ana, null).json();
        String other = "";
        for (JsonNode session : listed) {
            other = session.path("current").asBoolean()
                    ? other
                    : session.path("id").asString();
        }
        steps.at("DELETE /sessions/{id}/", ana, "sessions/" + other + "/", body());
        host.pass(Duration.ofMinutes(2));
        steps.step("POST /step-up/request/", ana, body("channel", "email"));
        steps.step("POST /step-up/", ana, body("password", PASSWORD));
        steps.step("POST /logout/others/", ana, body());
    }

    private void moving() {
        AuthClient ana = host.signedIn(ANA);
        steps.at("GET /me/", ana, "me/?client=web", null);
        steps.step("PATCH /account/update/", ana, body("language", "es", "timezone", "America/Mexico_City"));
        String challenge = steps.step("PUT /account/update/", ana, body("email", NEXT))
                .field("pending_changes", "0", "challenge_id");
        steps.step("POST /account/confirm-change/", ana, body("challenge_id", challenge, "code", host.code(NEXT)));
    }

    private void havingProfiles() {
        AttackedHost.Tokens tokens = host.tokens(NEXT);
        AuthClient ana = host.client.bearing(tokens.access());
        String id = steps.step("POST /profiles/", ana, body("first_name", "Ana", "label", "Work"))
                .field("id");
        String path = "profiles/" + id + "/";
        steps.step("GET /profiles/", ana, null);
        steps.at("GET /profiles/{id}/", ana, path, null);
        steps.at("PATCH /profiles/{id}/", ana, path, body("last_name_1", "Ruiz"));
        steps.step("PATCH /profile/picture/", ana, body("profile", id, "picture", picture()));
        changingSettings(ana, path);
        steps.step("POST /profile/switch/", ana, body("profile", id, "client", "web", "refresh", tokens.refresh()));
        steps.at("DELETE /profiles/{id}/", host.signedIn(NEXT), path, body());
    }

    /** Of a host that has any; an unknown setting is refused. */
    private void changingSettings(AuthClient ana, String profile) {
        steps.attempt("GET /account/settings/", ana, "account/settings/", null);
        steps.attempt("PATCH /account/settings/", ana, "account/settings/", body("no_setting", true));
        steps.attempt("GET /profiles/{id}/settings/", ana, profile + "settings/", null);
        steps.attempt("PATCH /profiles/{id}/settings/", ana, profile + "settings/", body("no_setting", true));
    }

    private void changingPasswords() {
        steps.step(
                "POST /password-reset/change/",
                host.signedIn(NEXT),
                body("old_password", PASSWORD, "new_password", OTHER_PASSWORD, "new_password_confirm", OTHER_PASSWORD));
        host.pass(Duration.ofMinutes(5));
        steps.step("POST /password-reset/request/", host.client, body("email", NEXT));
        SentLink link = host.link(NEXT);
        steps.step(
                "POST /password-reset/confirm/",
                host.client,
                body(
                        "uid",
                        link.uid(),
                        "token",
                        link.token(),
                        "new_password",
                        PASSWORD,
                        "new_password_confirm",
                        PASSWORD));
    }

    private void administering() {
        AuthClient bootstrap = host.client.with("X-Admin-Bootstrap-Token", BOOTSTRAP);
        steps.step("POST /admin/create-superuser/", bootstrap, body("email", "root@example.com", "password", PASSWORD));
        AuthClient root = host.signedIn("root@example.com");
        steps.step("POST /admin/create-staff/", root, body("email", "staff@example.com", "password", PASSWORD));
        steps.step("POST /admin/factors/reset/", root, body("login", NEXT, "reason", "ticket 1"));
        steps.attempt(
                "POST /admin/factors/reset/cancel/",
                root,
                "admin/factors/reset/cancel/",
                body("login", NEXT, "reason", "ticket 1"));
        steps.attempt("POST /admin/social/accounts/", root, "admin/social/accounts/", body("login", NEXT));
        for (String act : List.of("unlink", "resume")) {
            steps.attempt(
                    "POST /admin/social/" + act + "/",
                    root,
                    "admin/social/" + act + "/",
                    body("login", NEXT, "social_account_id", "1", "reason", "ticket 1"));
        }
    }

    /** What an administrator does to an account; whatever is answered, nothing but what is said changes. */
    private void administeringAccounts() {
        AuthClient root = host.signedIn("root@example.com");
        AuthReply created = steps.attempt(
                "POST /admin/users/create/", root, "admin/users/create/", body("email", "eva@example.com"));
        String path = "admin/users/" + created.json().path("id").asString() + "/";
        steps.attempt("POST /admin/users/search/", root, "admin/users/search/", body());
        steps.attempt("POST /admin/users/export/", root, "admin/users/export/", body());
        steps.attempt("GET /admin/users/{id}/", root, path, null);
        steps.attempt("PATCH /admin/users/{id}/", root, path, body("reason", "ticket 1"));
        steps.attempt("GET /admin/users/{id}/settings/", root, path + "settings/", null);
        for (String which : List.of("settings/", "profile-settings/")) {
            steps.attempt("PATCH /admin/users/{id}/" + which, root, path + which, body("reason", "ticket 1"));
            steps.attempt("POST /admin/users/" + which, root, "admin/users/" + which, body("reason", "ticket 1"));
        }
        for (String act : List.of(
                "role",
                "verify",
                "reset-password",
                "require-password",
                "temporary-password",
                "invite",
                "revoke-invitation",
                "end-sessions",
                "end-api-keys",
                "keep",
                "impersonate",
                "merge",
                "disable",
                "enable",
                "delete",
                "restore")) {
            steps.attempt(
                    "POST /admin/users/{id}/" + act + "/",
                    root,
                    path + act + "/",
                    body("reason", "ticket 1", "role", "USER", "field", "email"));
        }
        programs(root, path.replace("users", "service-accounts"));
        steps.attempt("GET /admin/invitations/", root, "admin/invitations/", null);
        steps.attempt("GET /admin/roles/", root, "admin/roles/", null);
        steps.attempt(
                "POST /admin/invitations/",
                root,
                "admin/invitations/",
                body("email", "guest@example.com", "reason", "ticket 1"));
        steps.attempt(
                "POST /admin/sessions/end-all/",
                root,
                "admin/sessions/end-all/",
                body("confirm", "none", "reason", "ticket 1"));
        steps.attempt("GET /admin/events/", root, "admin/events/", null);
        steps.attempt("GET /me/events/", root, "me/events/", null);
    }

    /** The account of a person is none of a program. */
    private void programs(AuthClient root, String path) {
        Map<String, Object> named =
                body("username", "exporter", "role", "none", "name", "key", "key", "none", "reason", "ticket 1");
        steps.attempt("POST /admin/service-accounts/", root, "admin/service-accounts/", named);
        steps.attempt("GET /admin/service-accounts/{id}/api-keys/", root, path + "api-keys/", null);
        for (String act : List.of("api-keys", "rotate-api-key", "revoke-api-key")) {
            steps.attempt("POST /admin/service-accounts/{id}/" + act + "/", root, path + act + "/", named);
        }
    }

    private void leaving() {
        steps.step("POST /logout/", host.signedIn(NEXT), body());
        steps.step("POST /logout/all/", host.signedIn(NEXT), body());
        steps.step("GET /.well-known/jwks.json/", host.client, null);
        otherSites();
        AuthClient ana = host.signedIn(NEXT);
        steps.step("POST /account/export/", ana, body());
        steps.at("GET /account/deletion/", ana, "account/deletion/", null);
        steps.attempt("DELETE /account/deletion/", ana, "account/deletion/", null);
        steps.step("DELETE /account/delete/", ana, body("confirmation", true, "password", PASSWORD));
    }

    /** Off, or of providers that this host has not: nothing succeeds, and nothing is told. */
    private void otherSites() {
        for (String path : List.of("nonce/", "", "precheck/", "link/", "unlink/", "start/", "finish/")) {
            String operation = "POST /login/social/" + path;
            steps.attempt(operation, host.client, operation.split(" /", 2)[1], body("provider", "google"));
        }
        SocialEvents events = host.server.kit().auth().socialEvents();
        if (!events.providers(SocialEvent.Delivery.SECURITY_EVENT).isEmpty()
                || !events.providers(SocialEvent.Delivery.NOTIFICATION).isEmpty()) {
            steps.attempt("POST /login/social/events/{id}/", host.client, "login/social/events/google/", body());
        }
        if (!events.providers(SocialEvent.Delivery.LOGOUT).isEmpty()) {
            String path = "login/social/backchannel-logout/";
            steps.attempt("POST /" + path + "{id}/", host.client, path + "google/", body());
        }
        steps.attempt("GET /login/social/accounts/", host.client, "login/social/accounts/", null);
        steps.attempt("GET /login/social/callback/{id}/", host.client, "login/social/callback/google/", null);
        steps.attempt("POST /login/social/callback/{id}/", host.client, "login/social/callback/google/", body());
    }

    private static String picture() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

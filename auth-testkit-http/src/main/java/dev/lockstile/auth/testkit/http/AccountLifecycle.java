package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.BOOTSTRAP;
import static dev.lockstile.auth.testkit.http.AttackedHost.OTHER_PASSWORD;
import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static dev.lockstile.auth.testkit.http.AuthClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A life with the library, through every endpoint, and what the tables hold after each step. */
final class AccountLifecycle {

    private static final String ANA = "ana@example.com";
    private static final String NEXT = "ana.ruiz@example.com";
    private static final Map<String, Object> DEVICE =
            Map.of("platform", "ios", "name", "phone", "token", "d-1", "notification_token", "push-1");

    private final AttackedHost host;
    private final PlantedFields planting;
    private final EntityRows rows;
    private final List<Step> steps = new ArrayList<>();

    AccountLifecycle(AttackedHost host, PlantedFields planting) {
        this.host = host;
        this.planting = planting;
        this.rows = new EntityRows(host.host.entities());
    }

    /** What an endpoint answered, and what was in the tables afterwards. */
    record Step(String operation, int status, Map<String, List<String>> columns) {}

    List<Step> live() {
        arriving();
        signingIn();
        watchingSessions();
        moving();
        havingProfiles();
        changingPasswords();
        showingPasskeys();
        addingFactor();
        administering();
        leaving();
        return List.copyOf(steps);
    }

    private void arriving() {
        step(
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
        step("POST /registration/account-confirmation-email/resend/", host.client, body("email", ANA));
        SentLink link = host.link(ANA);
        attempt(
                "POST /registration/account-confirmation-email/code/",
                host.client,
                "registration/account-confirmation-email/code/",
                body("challenge_id", "none", "code", "00000000"));
        step(
                "POST /registration/account-confirmation-email/",
                host.client,
                body("uid", link.uid(), "token", link.token(), "password", PASSWORD));
    }

    private void signingIn() {
        step(
                "POST /login/basic/",
                host.client,
                body("login", ANA, "password", PASSWORD, "client", "mobile", "device", DEVICE));
        host.pass(Duration.ofMinutes(5));
        step("POST /otp/request/", host.client, body("email", ANA, "channel", "email"));
        AuthReply in =
                step("POST /otp/verify/", host.client, body("email", ANA, "code", host.code(ANA), "client", "web"));
        step("POST /token/refresh/", host.client, body("refresh", in.field("tokens", "refreshToken")));
        signingInByLink();
    }

    private void signingInByLink() {
        host.pass(Duration.ofMinutes(5));
        AuthReply asked = attempt("POST /login/link/request/", host.client, "login/link/request/", body("email", ANA));
        Map<String, Object> proof = body("token", "none", "request_id", "none", "client", "web");
        if (asked.status() == 200) {
            proof.put("token", host.link(ANA).token());
            proof.put("request_id", asked.field("request_id"));
        }
        attempt("POST /login/link/confirm/", host.client, "login/link/confirm/", proof);
    }

    private void watchingSessions() {
        AuthClient ana = host.signedIn(ANA);
        JsonNode listed = step("GET /sessions/", ana, null).json();
        String other = "";
        for (JsonNode session : listed) {
            other = session.path("current").asBoolean()
                    ? other
                    : session.path("id").asString();
        }
        at("DELETE /sessions/{id}/", ana, "sessions/" + other + "/", body());
        host.pass(Duration.ofMinutes(2));
        step("POST /step-up/request/", ana, body("channel", "email"));
        step("POST /step-up/", ana, body("password", PASSWORD));
        step("POST /logout/others/", ana, body());
    }

    private void moving() {
        AuthClient ana = host.signedIn(ANA);
        at("GET /me/", ana, "me/?client=web", null);
        step("PATCH /account/update/", ana, body("language", "es", "timezone", "America/Mexico_City"));
        String challenge =
                step("PUT /account/update/", ana, body("email", NEXT)).field("pending_changes", "0", "challenge_id");
        step("POST /account/confirm-change/", ana, body("challenge_id", challenge, "code", host.code(NEXT)));
    }

    private void havingProfiles() {
        AttackedHost.Tokens tokens = host.tokens(NEXT);
        AuthClient ana = host.client.bearing(tokens.access());
        String id = step("POST /profiles/", ana, body("first_name", "Ana", "label", "Work"))
                .field("id");
        String path = "profiles/" + id + "/";
        step("GET /profiles/", ana, null);
        at("GET /profiles/{id}/", ana, path, null);
        at("PATCH /profiles/{id}/", ana, path, body("last_name_1", "Ruiz"));
        step("PATCH /profile/picture/", ana, body("profile", id, "picture", picture()));
        step("POST /profile/switch/", ana, body("profile", id, "client", "web", "refresh", tokens.refresh()));
        at("DELETE /profiles/{id}/", host.signedIn(NEXT), path, body());
    }

    private void changingPasswords() {
        step(
                "POST /password-reset/change/",
                host.signedIn(NEXT),
                body("old_password", PASSWORD, "new_password", OTHER_PASSWORD, "new_password_confirm", OTHER_PASSWORD));
        host.pass(Duration.ofMinutes(5));
        step("POST /password-reset/request/", host.client, body("email", NEXT));
        SentLink link = host.link(NEXT);
        step(
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

    private void showingPasskeys() {
        AuthClient ana = host.signedIn(NEXT);
        Map<String, Object> none = body("ceremony_id", "-", "credential", Map.of(), "client", "web");
        attempt("POST /login/passkey/options/", host.client, "login/passkey/options/", body());
        attempt("POST /login/passkey/", host.client, "login/passkey/", none);
        attempt(
                "POST /login/second-factor/passkey/",
                host.client,
                "login/second-factor/passkey/",
                body("challenge_id", "-"));
        attempt("POST /passkeys/options/", ana, "passkeys/options/", body());
        attempt("POST /passkeys/", ana, "passkeys/", body("ceremony_id", "-", "credential", Map.of(), "name", "phone"));
        step("GET /passkeys/", ana, null);
        attempt("PATCH /passkeys/{id}/", ana, "passkeys/none/", body("name", "phone"));
        attempt("DELETE /passkeys/{id}/", ana, "passkeys/none/", body());
        attempt("POST /step-up/passkey/", ana, "step-up/passkey/", body());
    }

    private void addingFactor() {
        AuthClient first = host.signedIn(NEXT);
        step("GET /factors/", first, null);
        AuthReply enrolment = attempt("POST /totp/", first, "totp/", body());
        if (enrolment.code().equals("totp_off")) {
            withoutFactors(first);
            return;
        }
        TotpGenerator app = host.authenticator(enrolment.field("secret"));
        String id = enrolment.field("enrolment_id");
        step("POST /totp/confirm/", first, body("enrolment_id", id, "code", app.code()));
        host.pass(Duration.ofMinutes(1));
        attempt("POST /login/second-factor/totp/", host.client, "login/second-factor/totp/", body("challenge_id", "-"));
        String challenge = host.client
                .post("login/basic/", "login", NEXT, "password", PASSWORD, "client", "web")
                .field("challenge_id");
        AuthReply in = step(
                "POST /login/second-factor/",
                host.client,
                body("challenge_id", challenge, "code", app.code(), "client", "web"));
        AuthClient ana = host.client.bearing(in.field("tokens", "accessToken"));
        step("GET /recovery-codes/", ana, null);
        step("POST /recovery-codes/", ana, body());
        step("GET /trusted-browsers/", ana, null);
        attempt("DELETE /trusted-browsers/{id}/", ana, "trusted-browsers/none/", body());
        step("DELETE /trusted-browsers/", ana, body());
        step("DELETE /totp/", ana, body());
    }

    /** On a host that serves no second factors. */
    private void withoutFactors(AuthClient ana) {
        attempt("POST /totp/confirm/", ana, "totp/confirm/", body("enrolment_id", "-", "code", "000000"));
        attempt("DELETE /totp/", ana, "totp/", body());
        attempt("POST /login/second-factor/totp/", host.client, "login/second-factor/totp/", body("challenge_id", "-"));
        attempt(
                "POST /login/second-factor/",
                host.client,
                "login/second-factor/",
                body("challenge_id", "-", "code", "000000", "client", "web"));
        attempt("GET /recovery-codes/", ana, "recovery-codes/", null);
        attempt("POST /recovery-codes/", ana, "recovery-codes/", body());
        attempt("GET /trusted-browsers/", ana, "trusted-browsers/", null);
        attempt("DELETE /trusted-browsers/{id}/", ana, "trusted-browsers/none/", body());
        attempt("DELETE /trusted-browsers/", ana, "trusted-browsers/", body());
    }

    private void administering() {
        AuthClient bootstrap = host.client.with("X-Admin-Bootstrap-Token", BOOTSTRAP);
        step("POST /admin/create-superuser/", bootstrap, body("email", "root@example.com", "password", PASSWORD));
        AuthClient root = host.signedIn("root@example.com");
        step("POST /admin/create-staff/", root, body("email", "staff@example.com", "password", PASSWORD));
        step("POST /admin/factors/reset/", root, body("login", NEXT, "reason", "ticket 1"));
        attempt(
                "POST /admin/factors/reset/cancel/",
                root,
                "admin/factors/reset/cancel/",
                body("login", NEXT, "reason", "ticket 1"));
        attempt("POST /admin/social/accounts/", root, "admin/social/accounts/", body("login", NEXT));
        for (String act : List.of("unlink", "resume")) {
            attempt(
                    "POST /admin/social/" + act + "/",
                    root,
                    "admin/social/" + act + "/",
                    body("login", NEXT, "social_account_id", "1", "reason", "ticket 1"));
        }
    }

    private void leaving() {
        step("POST /logout/", host.signedIn(NEXT), body());
        step("POST /logout/all/", host.signedIn(NEXT), body());
        step("GET /.well-known/jwks.json/", host.client, null);
        otherSites();
        AuthClient ana = host.signedIn(NEXT);
        step("DELETE /account/delete/", ana, body("confirmation", true, "password", PASSWORD));
    }

    /** Off, or of providers that this host has not: nothing succeeds, and nothing is told. */
    private void otherSites() {
        for (String path : List.of("nonce/", "", "precheck/", "link/", "unlink/", "start/", "finish/")) {
            String operation = "POST /login/social/" + path;
            attempt(operation, host.client, operation.split(" /", 2)[1], body("provider", "google"));
        }
        SocialEvents events = host.server.kit().auth().socialEvents();
        if (!events.providers(SocialEvent.Delivery.SECURITY_EVENT).isEmpty()
                || !events.providers(SocialEvent.Delivery.NOTIFICATION).isEmpty()) {
            attempt("POST /login/social/events/{id}/", host.client, "login/social/events/google/", body());
        }
        if (!events.providers(SocialEvent.Delivery.LOGOUT).isEmpty()) {
            String path = "login/social/backchannel-logout/";
            attempt("POST /" + path + "{id}/", host.client, path + "google/", body());
        }
        attempt("GET /login/social/accounts/", host.client, "login/social/accounts/", null);
        attempt("GET /login/social/callback/{id}/", host.client, "login/social/callback/google/", null);
        attempt("POST /login/social/callback/{id}/", host.client, "login/social/callback/google/", body());
    }

    private AuthReply step(String operation, AuthClient client, @Nullable Map<String, Object> body) {
        return at(operation, client, operation.split(" /", 2)[1], body);
    }

    private AuthReply at(String operation, AuthClient client, String path, @Nullable Map<String, Object> body) {
        AuthReply reply = attempt(operation, client, path, body);
        assertThat(reply.status()).as("%s: %s", operation, reply).isBetween(200, 299);
        return reply;
    }

    private AuthReply attempt(String operation, AuthClient client, String path, @Nullable Map<String, Object> body) {
        Map<String, Object> sent = body == null ? null : planting.in(operation, body);
        AuthReply reply = client.send(operation.split(" ", 2)[0], path, sent);
        steps.add(new Step(operation, reply.status(), rows.read()));
        return reply;
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

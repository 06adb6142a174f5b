package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static dev.lockstile.auth.testkit.http.AuthClient.body;

import dev.lockstile.auth.testkit.TotpGenerator;
import java.time.Duration;
import java.util.Map;

/** The steps of a life with passkeys and second factors, on hosts that serve them and on others. */
final class FactorLifecycle {

    private final AttackedHost host;
    private final LifecycleSteps steps;
    private final String address;

    FactorLifecycle(AttackedHost host, LifecycleSteps steps, String address) {
        this.host = host;
        this.steps = steps;
        this.address = address;
    }

    void showingPasskeys() {
        AuthClient ana = host.signedIn(address);
        Map<String, Object> none = body("ceremony_id", "-", "credential", Map.of(), "client", "web");
        steps.attempt("POST /login/passkey/options/", host.client, "login/passkey/options/", body());
        steps.attempt("POST /login/passkey/", host.client, "login/passkey/", none);
        steps.attempt(
                "POST /login/second-factor/passkey/",
                host.client,
                "login/second-factor/passkey/",
                body("challenge_id", "-"));
        steps.attempt("POST /passkeys/options/", ana, "passkeys/options/", body());
        steps.attempt(
                "POST /passkeys/", ana, "passkeys/", body("ceremony_id", "-", "credential", Map.of(), "name", "phone"));
        steps.step("GET /passkeys/", ana, null);
        steps.attempt("PATCH /passkeys/{id}/", ana, "passkeys/none/", body("name", "phone"));
        steps.attempt("DELETE /passkeys/{id}/", ana, "passkeys/none/", body());
        steps.attempt("POST /step-up/passkey/", ana, "step-up/passkey/", body());
    }

    void addingFactor() {
        AuthClient first = host.signedIn(address);
        steps.step("GET /factors/", first, null);
        AuthReply enrolment = steps.attempt("POST /totp/", first, "totp/", body());
        if (enrolment.code().equals("totp_off")) {
            withoutFactors(first);
            return;
        }
        TotpGenerator app = host.authenticator(enrolment.field("secret"));
        String id = enrolment.field("enrolment_id");
        steps.step("POST /totp/confirm/", first, body("enrolment_id", id, "code", app.code()));
        host.pass(Duration.ofMinutes(1));
        steps.attempt(
                "POST /login/second-factor/totp/", host.client, "login/second-factor/totp/", body("challenge_id", "-"));
        String challenge = host.client
                .post("login/basic/", "login", address, "password", PASSWORD, "client", "web")
                .field("challenge_id");
        AuthReply in = steps.step(
                "POST /login/second-factor/",
                host.client,
                body("challenge_id", challenge, "code", app.code(), "client", "web"));
        AuthClient ana = host.client.bearing(in.field("tokens", "accessToken"));
        steps.step("GET /recovery-codes/", ana, null);
        steps.step("POST /recovery-codes/", ana, body());
        steps.step("GET /trusted-browsers/", ana, null);
        steps.attempt("DELETE /trusted-browsers/{id}/", ana, "trusted-browsers/none/", body());
        steps.step("DELETE /trusted-browsers/", ana, body());
        steps.step("DELETE /totp/", ana, body());
    }

    /** On a host that serves no second factors. */
    private void withoutFactors(AuthClient ana) {
        steps.attempt("POST /totp/confirm/", ana, "totp/confirm/", body("enrolment_id", "-", "code", "000000"));
        steps.attempt("DELETE /totp/", ana, "totp/", body());
        steps.attempt(
                "POST /login/second-factor/totp/", host.client, "login/second-factor/totp/", body("challenge_id", "-"));
        steps.attempt(
                "POST /login/second-factor/",
                host.client,
                "login/second-factor/",
                body("challenge_id", "-", "code", "000000", "client", "web"));
        steps.attempt("GET /recovery-codes/", ana, "recovery-codes/", null);
        steps.attempt("POST /recovery-codes/", ana, "recovery-codes/", body());
        steps.attempt("GET /trusted-browsers/", ana, "trusted-browsers/", null);
        steps.attempt("DELETE /trusted-browsers/{id}/", ana, "trusted-browsers/none/", body());
        steps.attempt("DELETE /trusted-browsers/", ana, "trusted-browsers/", body());
    }
}

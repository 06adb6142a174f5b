package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Adding, removing and losing factors, and trusted browsers (requirements EN1 to EN4, TB1 to TB3 and MG1). */
abstract class FactorChangeAttacks extends SignInAttacks {

    private static final String RESET = "admin/factors/reset/";
    private static final String CANCEL = "admin/factors/reset/cancel/";

    @Test
    void en1_a_stolen_token_and_the_password_change_no_factor() {
        SignInPerson ana = enrolled();
        SignInTokens session = ana.signIn();
        host.pass(Duration.ofMinutes(11));
        AuthReply renewed = host.client().post("token/refresh/", "refresh", session.refresh());
        AuthClient thief = host.client().bearing(SignInTokens.of(renewed).access());
        refused(thief.post("step-up/", "password", ana.password()), 403, "second_factor_required");
        refused(thief.post("passkeys/options/"), 403, "step_up_required");
        refused(thief.send("DELETE", "totp/", Map.of()), 403, "step_up_required");
        refused(thief.post("recovery-codes/"), 403, "step_up_required");
        assertThat(thief.get("factors/").json().path("totp").asBoolean()).isTrue();
    }

    @Test
    void en2_no_factor_is_added_before_an_address_is_proven_and_none_outlives_the_first_proof() {
        try (SignInHost wary = host.believingNobody(database())) {
            SignInPerson eve = new SignInPerson(wary, SignInTransport.BODY).inSourceSystem();
            AuthClient client = wary.client().bearing(eve.signIn().access());
            refused(client.post("totp/"), 409, "no_proven_address");
            AuthReply passkey = client.post("passkeys/options/");
            assertThat(passkey.status()).as("%s", passkey).isIn(403, 409);
            AuthReply owner = SignInWay.EMAIL_CODE.by(eve, SignInWay.Sessions.NONE);
            in(owner);
            assertThat(client.get("factors/").status())
                    .as("the other session is over")
                    .isEqualTo(401);
            assertThat(wary.client()
                            .bearing(SignInTokens.of(owner).access())
                            .get("factors/")
                            .json()
                            .path("passkeys")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void en3_a_change_ends_other_sessions_and_trusted_browsers() {
        SignInPerson ana = enrolled();
        SignInTokens other = ana.signIn();
        ana.trustBrowser();
        in(ana.byPassword());
        String browser = ana.browser();
        ana.otherBrowser();
        AuthReply made = signedIn(ana).post("recovery-codes/");
        assertThat(made.status()).isEqualTo(201);
        refused(host.client().post("token/refresh/", "refresh", other.refresh()), 401, "invalid_token");
        refused(login(ana, browser), 403, "second_factor_required");
    }

    @Test
    void en4_the_owner_is_told_of_each_change_and_an_event_is_written() {
        SignInPerson ana = member();
        int before = mails(ana);
        ana.addTotp();
        AuthClient client = signedIn(ana);
        assertThat(client.post("recovery-codes/").status()).isEqualTo(201);
        assertThat(client.send("DELETE", "totp/", Map.of()).status()).isEqualTo(204);
        assertThat(mails(ana)).isEqualTo(before + 3);
        ana.loseApp();
        ana.addPasskey();
        assertThat(mails(ana)).isEqualTo(before + 4);
        assertThat(host.events.stream().filter(event -> event.startsWith("FactorsChanged")))
                .anyMatch(event -> event.contains("totp added"))
                .anyMatch(event -> event.contains("totp removed"))
                .anyMatch(event -> event.contains("recovery codes made"))
                .anyMatch(event -> event.contains("passkey added"));
    }

    @Test
    void tb1_a_trusted_browser_is_random_kept_as_a_digest_and_its_owners_alone() {
        SignInPerson ana = enrolled();
        SignInPerson eve = enrolled();
        ana.trustBrowser();
        String cookie = ana.browser();
        assertThat(cookie.split("=", 2)[1]).matches("[A-Za-z0-9_-]{43}");
        assertThat(host.dump()).doesNotContain(cookie.split("=", 2)[1]);
        in(login(ana, cookie));
        refused(login(eve, cookie), 403, "second_factor_required");
        refused(login(ana, cookie + "A"), 403, "second_factor_required");
        refused(login(ana, cookie + "; " + cookie), 403, "second_factor_required");
        host.pass(SignInHost.TRUST);
        refused(login(ana, cookie), 403, "second_factor_required");
    }

    @Test
    void tb2_trust_ends_with_a_reset_a_new_password_a_factor_and_when_it_is_forgotten() {
        SignInPerson reset = trusting();
        assertThat(SignInWay.RESET.by(reset, SignInWay.Sessions.NONE).status()).isEqualTo(200);
        refused(reset.byPassword(), 403, "second_factor_required");
        SignInPerson changed = trusting();
        AuthReply change = host.client()
                .bearing(proven(changed).access())
                .post(
                        "password-reset/change/",
                        "old_password",
                        changed.password(),
                        "new_password",
                        "fern-quarry-9052",
                        "new_password_confirm",
                        "fern-quarry-9052");
        assertThat(change.status()).as("%s", change).isEqualTo(200);
        changed.choose("fern-quarry-9052");
        refused(changed.byPassword(), 403, "second_factor_required");
        SignInPerson forgotten = trusting();
        SignInTokens session = proven(forgotten);
        assertThat(host.client()
                        .bearing(session.access())
                        .send("DELETE", "trusted-browsers/", Map.of())
                        .status())
                .isEqualTo(204);
        refused(forgotten.byPassword(), 403, "second_factor_required");
    }

    @Test
    void tb3_trust_covers_no_step_up_no_second_level_and_no_mobile_client() {
        SignInPerson ana = trusting();
        SignInTokens in = SignInTokens.of(ana.byPassword());
        assertThat(in.context()).isEqualTo("aal1 pwd");
        refused(ana.post(in, "step-up/", Map.of("password", ana.password())), 403, "second_factor_required");
        refused(ana.post(in, "passkeys/options/", Map.of()), 403, "step_up_required");
        Map<String, Object> mobile =
                SignInTransport.MOBILE.said(SignInPerson.body("login", ana.email, "password", ana.password()));
        refused(ana.post("login/basic/", mobile), 403, "second_factor_required");
    }

    @Test
    void mg1_an_administrators_reset_is_told_and_written_down_and_signs_nobody_in() {
        SignInPerson ana = enrolled();
        SignInTokens session = ana.signIn();
        AuthClient root = host.client().bearing(host.superuser().access());
        refused(reset(host.client(), ana.email), 401, "not_authenticated");
        refused(reset(host.client().bearing(session.access()), ana.email), 403, "forbidden");
        refused(reset(root, SignInHost.ROOT), 403, "forbidden");
        refused(reset(root, "nobody@example.com"), 404, "not_found");
        int before = mails(ana);
        AuthReply done = reset(root, ana.email);
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        assertThat(SignInTokens.areIn(done)).isFalse();
        assertThat(mails(ana)).isEqualTo(before + 1);
        assertThat(host.events).anyMatch(event -> event.contains("reset by an administrator: ticket 4711 (by user "));
        refused(host.client().post("token/refresh/", "refresh", session.refresh()), 401, "invalid_token");
        assertThat(SignInTokens.of(ana.byPassword()).context()).isEqualTo("aal1 pwd");
        host.pass(Duration.ofMinutes(11));
        AuthReply late = reset(root, ana.email);
        assertThat(late.status()).as("%s", late).isIn(401, 403);
    }

    @Test
    void mg1_a_reset_that_waits_opens_nothing_and_is_called_off_by_whoever_has_the_factor() {
        Duration wait = Duration.ofHours(24);
        try (SignInHost patient = host.waiting(database(), wait)) {
            SignInPerson ana = new SignInPerson(patient, SignInTransport.BODY).member();
            ana.addTotp();
            int before = mails(patient, ana);
            AuthReply asked = patient.resetFactors(ana.email);
            assertThat(asked.status()).as("%s", asked).isEqualTo(200);
            assertThat(mails(patient, ana)).isEqualTo(before + 1);
            refused(ana.byPassword(), 403, "second_factor_required");
            in(ana.show(ana.challenge(), "code", ana.freshCode()));
            patient.pass(wait);
            assertThat(status(patient.resetFactors(ana.email))).isEqualTo("waiting");
            refused(ana.byPassword(), 403, "second_factor_required");
            patient.pass(wait);
            assertThat(status(patient.resetFactors(ana.email))).isEqualTo("done");
            assertThat(SignInTokens.of(ana.byPassword()).context()).isEqualTo("aal1 pwd");
            assertThat(patient.events)
                    .anyMatch(event -> event.contains("reset asked for by an administrator: ticket 4711"))
                    .anyMatch(event -> event.contains("reset called off by a sign-in with a factor"));
        }
    }

    @Test
    void mg1_a_superuser_alone_calls_a_reset_off_that_waits() {
        Duration wait = Duration.ofHours(24);
        try (SignInHost patient = host.waiting(database(), wait)) {
            SignInPerson ana = new SignInPerson(patient, SignInTransport.BODY).member();
            SignInPerson eve = new SignInPerson(patient, SignInTransport.BODY).member();
            AuthClient thief = patient.client().bearing(eve.signIn().access());
            ana.addTotp();
            assertThat(status(patient.resetFactors(ana.email))).isEqualTo("waiting");
            refused(cancel(patient.client(), ana.email), 401, "not_authenticated");
            refused(cancel(thief, ana.email), 403, "forbidden");
            AuthClient root = patient.client().bearing(patient.superuser().access());
            refused(cancel(root, SignInHost.ROOT), 403, "forbidden");
            refused(cancel(root, "nobody@example.com"), 404, "not_found");
            refused(cancel(root, eve.email), 409, "no_reset_waits");
            refused(root.post(CANCEL, "login", ana.email, "reason", "line\nbreak"), 400, "invalid_input");
            assertThat(status(cancel(root, ana.email))).isEqualTo("cancelled");
            refused(cancel(root, ana.email), 409, "no_reset_waits");
            patient.pass(wait);
            assertThat(status(patient.resetFactors(ana.email))).as("asked anew").isEqualTo("waiting");
            refused(ana.byPassword(), 403, "second_factor_required");
            refused(cancel(root, ana.email), 401, "invalid_token");
        }
    }

    private static AuthReply cancel(AuthClient client, String login) {
        return client.post(CANCEL, "login", login, "reason", "ticket 4711");
    }

    private static String status(AuthReply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.field("status");
    }

    private static AuthReply reset(AuthClient client, String login) {
        return client.post(RESET, "login", login, "reason", "ticket 4711");
    }

    private SignInPerson trusting() {
        SignInPerson ana = enrolled();
        ana.trustBrowser();
        in(ana.byPassword());
        return ana;
    }

    /** A session that showed the factor, though the browser is trusted. */
    private SignInTokens proven(SignInPerson person) {
        SignInTokens in = SignInTokens.of(person.byPassword());
        return SignInTokens.of(person.post(in, "step-up/", Map.of("totp_code", person.freshCode())));
    }

    private AuthReply login(SignInPerson person, String cookie) {
        return host.client()
                .with("Cookie", cookie)
                .post("login/basic/", "login", person.email, "password", person.password(), "client", "web");
    }

    private int mails(SignInPerson person) {
        return mails(host, person);
    }

    private static int mails(SignInHost host, SignInPerson person) {
        return (int) host.server.kit().emails().messages().stream()
                .filter(mail -> mail.to().equals(person.email))
                .count();
    }
}

package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The step between the first factor and the session (requirements GA2 to GA9; GA1 is {@link SignInMatrixContract}). */
abstract class GateAttacks extends SignInAttacks {

    @Test
    void ga2_no_refresh_switch_or_old_token_raises_the_level() {
        SignInPerson ana = member();
        SignInTokens one = ana.signIn();
        assertThat(refreshed(one).context()).isEqualTo("aal1 pwd");
        ana.addTotp();
        ana.trustBrowser();
        SignInTokens trusted = ana.signIn();
        assertThat(trusted.context()).isEqualTo("aal1 pwd");
        assertThat(refreshed(trusted).context()).isEqualTo("aal1 pwd");
        SignInPerson old =
                new SignInPerson(host, SignInTransport.BODY).inSourceSystem().arrived();
        AuthReply bridged = host.client().post("token/refresh/", "refresh", host.oldToken(old.number));
        SignInTokens session = SignInTokens.of(bridged);
        assertThat(session.context()).isEqualTo("aal1");
        assertThat(refreshed(session).context()).isEqualTo("aal1");
        refused(host.client().bearing(session.access()).post("totp/"), 403, "step_up_required");
    }

    @Test
    void ga3_a_reset_signs_nobody_in_and_leaves_the_factor() {
        SignInPerson ana = enrolled();
        AuthReply reset = SignInWay.RESET.by(ana, SignInWay.Sessions.NONE);
        assertThat(reset.status()).isEqualTo(200);
        assertThat(SignInTokens.areIn(reset)).isFalse();
        refused(ana.byPassword(), 403, "second_factor_required");
        assertThat(signedIn(ana).get("factors/").json().path("totp").asBoolean())
                .isTrue();
    }

    @Test
    void ga4_a_challenge_has_one_winner() {
        SignInPerson ana = enrolled();
        String code = ana.freshCode();
        String challenge = ana.challenge();
        assertThat(challenge).matches("[A-Za-z0-9_-]{43}");
        assertThat(ParallelRun.winners(
                        20, n -> ana.show(challenge, "code", code).status() == 200))
                .isEqualTo(1);
        assertThat(signedIn(ana).get("sessions/").json()).hasSize(3);
    }

    @Test
    void ga4_a_challenge_is_its_users_its_clients_and_over_after_five_minutes() {
        SignInPerson ana = enrolled();
        SignInPerson eve = enrolled();
        String challenge = ana.challenge();
        refused(ana.show(challenge, "code", eve.freshCode()), 401, "invalid_second_factor");
        refused(ana.show(challenge, "recovery_code", eve.nextRecoveryCode()), 401, "invalid_second_factor");
        Map<String, Object> mobile = SignInTransport.MOBILE.said(SignInPerson.body("challenge_id", challenge));
        mobile.put("code", ana.app().code());
        refused(host.client().send("POST", "login/second-factor/", mobile), 401, "invalid_second_factor");
        in(ana.show(challenge, "code", ana.app().code()));
        String late = ana.challenge();
        host.pass(Duration.ofMinutes(5));
        refused(ana.show(late, "code", ana.app().code()), 401, "invalid_second_factor");
    }

    @Test
    void ga5_five_tries_end_a_challenge_and_twenty_failures_pause_the_account() {
        try (SignInHost limited = host.limited(database())) {
            SignInPerson ana = new SignInPerson(limited, SignInTransport.BODY).member();
            ana.addTotp();
            for (int challenge = 0; challenge < 4; challenge++) {
                limited.pass(Duration.ofMinutes(6));
                String held = ana.challenge();
                for (int attempt = 0; attempt < 5; attempt++) {
                    refused(ana.show(held, "code", "00000" + attempt), 401, "invalid_second_factor");
                }
                refused(ana.show(held, "code", ana.app().code()), 401, "invalid_second_factor");
            }
            AuthReply paused = ana.show(ana.challenge(), "code", ana.freshCode());
            assertThat(SignInTokens.areIn(paused))
                    .as("a right password does not end the pause")
                    .isFalse();
            limited.pass(Duration.ofMinutes(61));
            in(ana.show(ana.challenge(), "code", ana.freshCode()));
        }
    }

    @Test
    void ga6_a_challenge_opens_nothing_else() {
        SignInPerson ana = enrolled();
        SignInTokens session = ana.signIn();
        String challenge = ana.challenge();
        refused(host.client().bearing(challenge).get("me/?client=web"), 401, "invalid_token");
        refused(host.client().post("token/refresh/", "refresh", challenge), 401, "invalid_token");
        for (String kind : List.of("totp_code", "recovery_code", "password")) {
            AuthReply stepUp = host.client().bearing(session.access()).post("step-up/", kind, challenge);
            assertThat(stepUp.status()).as("%s", stepUp).isIn(400, 401, 403);
        }
        refused(
                ana.post("login/link/confirm/", ana.said("token", challenge, "request_id", challenge)),
                400,
                "invalid_link");
        assertThat(host.client()
                        .post("login/second-factor/totp/", "challenge_id", challenge)
                        .status())
                .as("no factor is added in the place of the one that is there")
                .isEqualTo(401);
        Map<String, Object> passkey = ana.said("ceremony_id", challenge, "credential", Map.of());
        refused(ana.post("login/passkey/", passkey), 401, "invalid_credentials");
        in(ana.show(challenge, "code", ana.freshCode()));
    }

    @Test
    void ga7_disabling_deletion_and_reset_between_the_steps_refuse() {
        List<Consumer<SignInPerson>> meanwhile = List.of(
                ana -> assertThat(host.server.kit().auth().admin().disable(host.user(ana)))
                        .isTrue(),
                ana -> assertThat(host.server.kit().auth().admin().delete(host.user(ana)))
                        .isTrue(),
                ana -> assertThat(
                                SignInWay.RESET.by(ana, SignInWay.Sessions.NONE).status())
                        .isEqualTo(200));
        for (Consumer<SignInPerson> step : meanwhile) {
            SignInPerson ana = enrolled();
            String challenge = ana.challenge();
            step.accept(ana);
            refused(ana.show(challenge, "code", ana.freshCode()), 401, "invalid_second_factor");
        }
    }

    @Test
    void ga8_nothing_of_a_factor_shows_before_the_first_one_is_right() {
        SignInPerson with = enrolled();
        SignInPerson without = member();
        List<String> logins = List.of(with.email, without.email, "nobody@example.com");
        List<String> texts = logins.stream()
                .map(login -> host.client()
                        .post("login/basic/", "login", login, "password", "wrong-word-3117", "client", "web")
                        .text())
                .distinct()
                .toList();
        assertThat(texts).hasSize(1).noneMatch(text -> text.contains("factor"));
    }

    @Test
    void ga9_a_wrong_body_burns_nothing() {
        SignInPerson ana = new SignInPerson(host, SignInTransport.MOBILE).member();
        ana.addTotp();
        String challenge = ana.challenge();
        String code = ana.freshCode();
        for (int i = 0; i < 8; i++) {
            refused(
                    host.client()
                            .post("login/second-factor/", "challenge_id", challenge, "code", code, "client", "mobile"),
                    400,
                    "invalid_input");
            Map<String, Object> two = ana.said("challenge_id", challenge, "code", code, "recovery_code", "AAAA");
            refused(host.client().send("POST", "login/second-factor/", two), 400, "invalid_input");
        }
        in(ana.show(challenge, "code", code));
    }

    private SignInTokens refreshed(SignInTokens session) {
        return SignInTokens.of(host.client().post("token/refresh/", "refresh", session.refresh()));
    }
}

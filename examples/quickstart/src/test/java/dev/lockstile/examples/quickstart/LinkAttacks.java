package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links and codes in messages (requirements LI1 to LI4). */
abstract class LinkAttacks extends SignInAttacks {

    private static final String CONFIRM = "login/link/confirm/";

    @Test
    void li1_looking_at_a_link_changes_nothing() {
        SignInPerson ana = member();
        String request = ask(ana.email);
        String token = token(ana.email);
        for (int i = 0; i < 10; i++) {
            for (String method : List.of("GET", "HEAD")) {
                String query = "?token=" + token + "&request_id=" + request + "&client=web";
                assertThat(host.client().send(method, CONFIRM + query, null).status())
                        .isEqualTo(405);
            }
        }
        in(confirm("token", token, "request_id", request));
        SignInPerson ben = new SignInPerson(host, SignInTransport.BODY);
        AuthReply registered = ben.register(ben.email);
        var link = host.server.kit().emails().lastLink(ben.email);
        String path = "registration/account-confirmation-email/?uid=" + link.uid() + "&token=" + link.token();
        assertThat(host.client().get(path).status()).isEqualTo(405);
        assertThat(ben.byPassword().status()).isEqualTo(401);
        assertThat(ben.confirm(registered, ben.email, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void li2_a_link_is_the_asking_browsers_and_a_strangers_try_burns_nothing() {
        SignInPerson ana = member();
        SignInPerson eve = member();
        String own = ask(eve.email);
        String request = ask(ana.email);
        String token = token(ana.email);
        String code = code(ana.email);
        refused(confirm("token", token), 400, "invalid_link");
        refused(confirm("code", code), 401, "invalid_code");
        for (int i = 0; i < 6; i++) {
            refused(confirm("token", token, "request_id", own), 400, "invalid_link");
        }
        refused(confirm("code", code, "request_id", own), 401, "invalid_code");
        in(confirm("token", token, "request_id", request));
    }

    @Test
    void li3_one_link_is_live_once_for_ten_minutes_and_for_proven_addresses_alone() {
        SignInPerson ana = member();
        String first = ask(ana.email);
        String firstToken = token(ana.email);
        String second = ask(ana.email);
        refused(confirm("token", firstToken, "request_id", first), 400, "invalid_link");
        String token = token(ana.email);
        in(confirm("token", token, "request_id", second));
        refused(confirm("token", token, "request_id", second), 400, "invalid_link");
        String third = ask(ana.email);
        host.pass(Duration.ofMinutes(10));
        refused(confirm("token", token(ana.email), "request_id", third), 400, "invalid_link");
        SignInPerson unproven = new SignInPerson(host, SignInTransport.BODY);
        unproven.register(unproven.email);
        int before = host.server.kit().emails().messages().size();
        List<String> answers = List.of(asked(unproven.email), asked("nobody@example.com"), asked(ana.email));
        assertThat(answers.stream().distinct())
                .as("the same answer for everybody")
                .hasSize(1);
        assertThat(host.server.kit().emails().messages())
                .as("one message, to the proven one")
                .hasSize(before + 1);
    }

    @Test
    void li4_five_codes_are_looked_at_and_a_registrations_code_needs_its_challenge() {
        SignInPerson ana = member();
        String request = ask(ana.email);
        String code = code(ana.email);
        for (int i = 0; i < 5; i++) {
            refused(confirm("code", not(code), "request_id", request), 401, "invalid_code");
        }
        refused(confirm("code", code, "request_id", request), 401, "invalid_code");
        SignInPerson ben = new SignInPerson(host, SignInTransport.BODY);
        SignInPerson eve = new SignInPerson(host, SignInTransport.BODY);
        AuthReply registered = ben.register(ben.email);
        String proof = code(ben.email);
        String strangers = eve.register(eve.email).field("challenge_id");
        refused(proven(strangers, proof), 401, "invalid_code");
        refused(proven("made-up", proof), 401, "invalid_code");
        for (int i = 0; i < 5; i++) {
            refused(proven(registered.field("challenge_id"), not(proof)), 401, "invalid_code");
        }
        refused(proven(registered.field("challenge_id"), proof), 401, "invalid_code");
    }

    private String ask(String email) {
        host.pass(Duration.ofMinutes(2));
        return host.client().post("login/link/request/", "email", email).field("request_id");
    }

    /** The answer without what is of chance. */
    private String asked(String email) {
        host.pass(Duration.ofMinutes(2));
        AuthReply reply = host.client().post("login/link/request/", "email", email);
        return reply.status() + reply.text().replace(reply.field("request_id"), "");
    }

    private AuthReply confirm(Object... members) {
        return host.client().send("POST", CONFIRM, SignInTransport.BODY.said(SignInPerson.body(members)));
    }

    private AuthReply proven(String challenge, String code) {
        return host.client()
                .post("registration/account-confirmation-email/code/", "challenge_id", challenge, "code", code);
    }

    private String token(String email) {
        return host.server.kit().emails().lastLink(email).token();
    }

    private String code(String email) {
        return host.server.kit().emails().lastCode(email);
    }

    private static String not(String code) {
        return (code.startsWith("1") ? "2" : "1") + code.substring(1);
    }
}

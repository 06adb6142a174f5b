package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way to another site and back, and links to it (requirements OI6 to OI9 and OI12). */
abstract class SocialBrowserAttacks extends SignInAttacks {

    private static final String START = "login/social/start/";
    private static final String CALLBACK = "login/social/callback/corp/?";

    @Test
    void oi6_a_state_is_of_one_browser_and_good_once() {
        SignInPerson ana = member().reachable();
        Away away = away(ana);
        assertThat(back(away, "__Host-social=of-another-browser").status()).isEqualTo(400);
        assertThat(host.client().get(CALLBACK + away.query()).status()).isEqualTo(400);
        String stranger = cookie(start());
        assertThat(back(away, stranger).status()).isEqualTo(400);
        assertThat(back(away, away.cookie()).status()).isEqualTo(303);
        assertThat(back(away, away.cookie()).status()).isEqualTo(400);
        AuthReply stolen = finish("__Host-social=of-another-browser");
        assertThat(SignInTokens.areIn(stolen)).isFalse();
        in(finish(away.cookie()));
        assertThat(SignInTokens.areIn(finish(away.cookie()))).as("once").isFalse();
    }

    @Test
    void oi7_a_code_of_another_transaction_is_not_redeemed() {
        SignInPerson ana = member().reachable();
        SignInPerson eve = member().reachable();
        Away anas = away(ana);
        Away eves = away(eve);
        String injected = anas.query().replaceAll("code=[^&]*", "code=" + eves.code());
        AuthReply came = host.client().with("Cookie", anas.cookie()).get(CALLBACK + injected);
        assertThat(came.header("Location")).doesNotContain("social=done");
        assertThat(SignInTokens.areIn(finish(anas.cookie()))).isFalse();
        Map<String, Object> ofEve = eve.authorizationCode();
        AuthReply other = host.client().post("login/social/nonce/", "provider", "corp");
        ofEve.put("transaction_id", other.field("transaction_id"));
        refused(signIn(ofEve), 401, "invalid_social_token");
        Map<String, Object> verifier = eve.authorizationCode();
        verifier.put("code_verifier", "another-verifier-of-forty-three-characters-012345");
        refused(signIn(verifier), 401, "invalid_social_token");
        in(signIn(eve.authorizationCode()));
    }

    @Test
    void oi8_a_callback_names_the_issuer_that_announced_it() {
        SignInPerson ana = member().reachable();
        for (String change : new String[] {"iss=https%3A%2F%2Fevil.example", "other=1"}) {
            Away away = away(ana);
            String query = away.query().replaceAll("iss=[^&]*", change);
            assertThat(query).isNotEqualTo(away.query());
            AuthReply came = host.client().with("Cookie", away.cookie()).get(CALLBACK + query);
            assertThat(came.header("Location")).doesNotContain("social=done");
            assertThat(SignInTokens.areIn(finish(away.cookie()))).isFalse();
        }
    }

    @Test
    void oi9_no_other_client_address_or_origin_is_served() {
        SignInPerson ana = member().reachable();
        for (String field : new String[] {"redirect_uri", "client_id"}) {
            Map<String, Object> code = ana.authorizationCode();
            code.put(field, code.get(field) + "x");
            AuthReply reply = signIn(code);
            assertThat(reply.status()).as("%s", reply).isIn(400, 401);
            assertThat(SignInTokens.areIn(reply)).isFalse();
        }
        for (String target : new String[] {
            "https://evil.example/",
            SignInHost.ORIGIN + ".evil.example/",
            "//evil.example",
            SignInHost.ORIGIN + "@evil.example/"
        }) {
            AuthReply reply = host.client().post(START, "provider", "corp", "intent", "login", "return_to", target);
            refused(reply, 400, "invalid_input");
        }
    }

    @Test
    void oi12_a_link_is_of_the_session_that_began_it_and_its_proof_is_good_once() {
        SignInPerson ana = member();
        SignInPerson eve = member();
        AuthClient anas = signedIn(ana);
        AuthClient eves = signedIn(eve);
        Map<String, Object> proof = ana.idToken(anas);
        AuthReply swapped = eves.send("POST", "login/social/link/", proof);
        assertThat(swapped.status()).as("%s", swapped).isIn(400, 401);
        assertThat(eves.get("login/social/accounts/").json()).isEmpty();
        Map<String, Object> own = ana.idToken(anas);
        assertThat(anas.send("POST", "login/social/link/", own).status()).isEqualTo(200);
        assertThat(anas.send("POST", "login/social/link/", own).status()).isIn(400, 401);
        refused(eves.send("POST", "login/social/link/", ana.idToken(eves)), 409, "social_already_linked");
    }

    private Away away(SignInPerson person) {
        host.corp.signsIn(person.subject(), Map.of("email", person.email, "email_verified", true));
        AuthReply start = start();
        URI back = OtherSite.sendsBackTo(start.field("authorization_url"));
        return new Away(back.getRawQuery(), cookie(start));
    }

    private AuthReply start() {
        AuthReply start = host.client().post(START, "provider", "corp", "intent", "login");
        assertThat(start.status()).as("%s", start).isEqualTo(200);
        return start;
    }

    private static String cookie(AuthReply start) {
        return "__Host-social=" + SignInTokens.cookie(start, "__Host-social");
    }

    private AuthReply back(Away away, String cookie) {
        return host.client().with("Cookie", cookie).get(CALLBACK + away.query());
    }

    private AuthReply finish(String cookie) {
        return host.client()
                .with("Cookie", cookie)
                .send("POST", "login/social/finish/", SignInTransport.BODY.said(SignInPerson.body()));
    }

    private AuthReply signIn(Map<String, Object> proof) {
        return host.client().send("POST", "login/social/", SignInTransport.BODY.said(proof));
    }

    /** A browser on its way back. */
    private record Away(String query, String cookie) {

        String code() {
            return PagesFixture.query("?" + query).get("code");
        }
    }
}

package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthReply;
import dev.lockstile.auth.testkit.http.MockIdToken;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What another site signs and publishes (requirements OI2 to OI5, OI10, OI14 to OI16). */
abstract class SocialTokenAttacks extends SignInAttacks {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @Test
    void oi2_a_token_for_somebody_else_from_somebody_else_or_of_another_time_signs_nobody_in() {
        SignInPerson ana = member().reachable();
        Map<String, Object> wrong = new LinkedHashMap<>(Map.of(
                "iss",
                host.corp.issuer() + "/",
                "aud",
                "another-client",
                "exp",
                host.clock().instant().getEpochSecond() - 120,
                "iat",
                host.clock().instant().getEpochSecond() + 600,
                "nonce",
                "another-nonce",
                "sub",
                ""));
        wrong.forEach((claim, value) -> untrusted(proof(ana, token -> token.claim(claim, value))));
        untrusted(proof(ana, token -> token.claim("aud", List.of(SignInHost.CLIENT, "another-client"))));
        untrusted(proof(ana, token -> token.claim("nonce", null)));
        Map<String, Object> right = proof(ana, token -> {});
        in(signIn(right));
        untrusted(right);
    }

    @Test
    void oi3_a_token_without_a_signature_under_an_hmac_or_a_strangers_key_signs_nobody_in() {
        SignInPerson ana = member().reachable();
        Map<String, Object> proof = proof(ana, token -> {});
        String[] parts = String.valueOf(proof.get("id_token")).split("\\.");
        String none = text("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String hmac = text("{\"alg\":\"HS256\"}") + "." + parts[1];
        String embedded = text("{\"alg\":\"ES256\",\"jwk\":{},\"jku\":\"" + host.corp.issuer() + "/jku\"}");
        for (String forged : List.of(
                none,
                hmac + "." + mac(hmac, host.corp.keySet()),
                hmac + "." + mac(hmac, "a-secret-of-the-client"),
                embedded + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + ".")) {
            untrusted(with(proof, forged));
        }
        assertThat(host.corp.requests("/jku")).isZero();
        try (MockOpenIdProvider stranger = MockOpenIdProvider.start().clock(host.clock())) {
            MockIdToken claims = stranger.idToken(SignInHost.CLIENT, ana.subject());
            host.corp.idToken(SignInHost.CLIENT, ana.subject()).claims().forEach(claims::claim);
            untrusted(with(proof, claims.sign()));
        }
    }

    @Test
    void oi4_unknown_keys_are_fetched_at_most_five_times_in_five_minutes_and_known_ones_serve_in_an_outage() {
        SignInPerson ana = member().reachable();
        host.pass(Duration.ofMinutes(6));
        in(signIn(proof(ana, token -> {})));
        int before = host.corp.requests("/keys");
        try (MockOpenIdProvider stranger = MockOpenIdProvider.start().clock(host.clock())) {
            for (int i = 0; i < 12; i++) {
                MockIdToken flood = stranger.rotateKeys().idToken(SignInHost.CLIENT, ana.subject());
                Map<String, Object> proof = proof(ana, token -> {});
                flood.claim("iss", host.corp.issuer());
                signIn(with(proof, flood.sign()));
            }
        }
        assertThat(host.corp.requests("/keys") - before).isLessThanOrEqualTo(5);
        host.corp.answer("/keys", 503, "{}");
        in(signIn(proof(ana, token -> {})));
        host.corp.mend("/keys").rotateKeys();
        host.pass(Duration.ofMinutes(6));
        in(signIn(proof(ana, token -> {})));
    }

    @Test
    void oi5_a_document_of_another_issuer_or_behind_a_redirect_is_not_believed() {
        try (SignInHost other = host.another(database());
                MockOpenIdProvider canary = MockOpenIdProvider.start()) {
            SignInPerson ana = new SignInPerson(other, SignInTransport.BODY).member();
            other.corp.metadata("issuer", "https://evil.example");
            AuthReply reply = other.client().send("POST", "login/social/", SignInTransport.BODY.said(ana.idToken()));
            assertThat(reply.status()).as("%s", reply).isIn(401, 503);
            assertThat(other.corp.requests("/keys")).isZero();
            other.corp.answer(DISCOVERY, exchange -> {
                exchange.getResponseHeaders().set("Location", canary.issuer() + DISCOVERY);
                exchange.sendResponseHeaders(302, -1);
            });
            other.pass(Duration.ofMinutes(10));
            AuthReply again = other.client().send("POST", "login/social/", SignInTransport.BODY.said(ana.idToken()));
            assertThat(again.status()).as("%s", again).isIn(401, 503);
            assertThat(canary.requests(DISCOVERY)).isZero();
        }
    }

    @Test
    void oi10_an_address_is_verified_by_true_alone() {
        SignInPerson nobody = new SignInPerson(host, SignInTransport.BODY);
        for (Object word : new Object[] {false, "false", 1, "1", "yes", "TRUE ", List.of(true)}) {
            refused(
                    signIn(proof(nobody, token -> token.claim("email_verified", word))),
                    400,
                    "social_email_not_verified");
        }
        refused(signIn(proof(nobody, token -> token.claim("email_verified", null))), 400, "social_email_not_verified");
    }

    @Test
    void oi14_a_disabled_and_a_deleted_account_stay_out() {
        SignInPerson disabled = member().reachable();
        SignInPerson deleted = member().reachable();
        assertThat(host.server.kit().auth().admin().disable(host.user(disabled)))
                .isTrue();
        assertThat(host.server.kit().auth().admin().delete(host.user(deleted))).isTrue();
        for (SignInPerson person : List.of(disabled, deleted)) {
            AuthReply reply = signIn(proof(person, token -> {}));
            assertThat(reply.status()).as("%s", reply).isIn(400, 401, 403, 409);
            assertThat(SignInTokens.areIn(reply)).isFalse();
            AuthReply redirected = SignInWay.REDIRECT.by(person, SignInWay.Sessions.NONE);
            assertThat(SignInTokens.areIn(redirected)).as("%s", redirected).isFalse();
        }
    }

    @Test
    void oi15_an_unverified_address_is_answered_alike_whoever_has_it() {
        SignInPerson known = member();
        SignInPerson unknown = new SignInPerson(host, SignInTransport.BODY);
        List<String> answers = List.of(known, unknown).stream()
                .map(person -> signIn(proof(person, token -> token.claim("email_verified", false)))
                        .text())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        List<String> prechecks = List.of(known, unknown).stream()
                .map(person -> host.client()
                        .send(
                                "POST",
                                "login/social/precheck/",
                                proof(person, token -> token.claim("email_verified", false)))
                        .text()
                        .replace(person.email, ""))
                .distinct()
                .toList();
        assertThat(prechecks).hasSize(1);
    }

    @Test
    void oi16_a_picture_is_never_fetched() {
        SignInPerson ana = member().reachable();
        in(signIn(proof(ana, token -> token.claim("picture", host.corp.issuer() + "/picture"))));
        assertThat(host.corp.requests("/picture")).isZero();
    }

    private AuthReply signIn(Map<String, Object> proof) {
        return host.client().send("POST", "login/social/", SignInTransport.BODY.said(new LinkedHashMap<>(proof)));
    }

    private void untrusted(Map<String, Object> proof) {
        refused(signIn(proof), 401, "invalid_social_token");
    }

    private Map<String, Object> proof(SignInPerson person, Consumer<MockIdToken> change) {
        AuthReply nonce = host.client().post("login/social/nonce/", "provider", "corp");
        MockIdToken token = host.corp
                .idToken(SignInHost.CLIENT, person.subject())
                .nonce(nonce.field("nonce"))
                .verifiedEmail(person.email);
        change.accept(token);
        return SignInPerson.body(
                "provider", "corp", "transaction_id", nonce.field("transaction_id"), "id_token", token.sign());
    }

    private static Map<String, Object> with(Map<String, Object> proof, String token) {
        Map<String, Object> other = new LinkedHashMap<>(proof);
        other.put("id_token", token);
        return other;
    }

    private static String text(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        }
    }
}

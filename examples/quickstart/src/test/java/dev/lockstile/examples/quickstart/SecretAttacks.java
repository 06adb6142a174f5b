package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nothing that opens an account is written anywhere (requirement MG3). The id of a code's request is none of it: it
 * stands in the row, and opens nothing without the message.
 */
abstract class SecretAttacks extends SignInAttacks {

    private final Set<String> secrets = new LinkedHashSet<>();

    @Test
    void mg3_no_secret_is_in_a_log_a_row_or_an_event() {
        try (LogLines lines = LogLines.listen()) {
            applications();
            passkeys();
            links();
            otherSites();
            migration();
            assertThat(secrets).hasSizeGreaterThan(50).noneMatch(String::isBlank);
            assertThat(lines.all()).as("bound values are heard").anyMatch(line -> line.contains("orm.jdbc.bind"));
            List<String> rows = host.dump().lines().toList();
            assertThat(rows).hasSizeGreaterThan(40);
            assertThat(host.events).hasSizeGreaterThan(10);
            assertThat(thatHoldSecrets(lines.all())).as("logged").isEmpty();
            assertThat(thatHoldSecrets(rows)).as("stored").isEmpty();
            assertThat(thatHoldSecrets(host.events)).as("told").isEmpty();
        }
    }

    private void applications() {
        SignInPerson ana = member();
        SignInTokens first = kept(ana.signIn());
        AuthClient client = host.client().bearing(first.access());
        AuthReply begun = client.post("totp/");
        secrets.add(begun.field("secret"));
        ana.use(begun);
        AuthReply on = client.post(
                "totp/confirm/",
                "enrolment_id",
                begun.field("enrolment_id"),
                "code",
                kept(ana.app().code()));
        on.json()
                .path("recovery_codes")
                .forEach(code -> keep(code.asString(), code.asString().replace("-", "")));
        String wrong = kept(ana.challenge());
        ana.show(wrong, "code", "000000");
        ana.show(wrong, "recovery_code", kept("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"));
        ana.trustBrowser();
        keep(ana.browser().split("=", 2)[1]);
        SignInTokens trusted = kept(ana.signIn());
        ana.otherBrowser();
        String code = kept(ana.freshCode());
        SignInTokens in = kept(SignInTokens.of(ana.show(kept(ana.challenge()), "code", code)));
        kept(SignInTokens.of(ana.post(in, "step-up/", Map.of("totp_code", kept(ana.freshCode())))));
        host.client().post("token/refresh/", "refresh", trusted.refresh());
        AuthReply made = signedIn(ana).post("recovery-codes/");
        made.json().path("codes").forEach(each -> keep(each.asString()));
        ana.show(
                kept(ana.challenge()),
                "recovery_code",
                made.json().at("/codes/0").asString());
    }

    private void passkeys() {
        SignInPerson ben = member();
        ben.addPasskey();
        AuthReply asked = host.client().post("login/passkey/options/");
        keep(asked.field("ceremony_id"));
        Map<String, Object> shown = ben.shown(asked);
        keep(signature(shown));
        kept(SignInTokens.of(host.client().send("POST", "login/passkey/", SignInTransport.BODY.said(shown))));
        String challenge = kept(ben.challenge());
        AuthReply second = host.client().post("login/second-factor/passkey/", "challenge_id", challenge);
        keep(second.field("ceremony_id"), signature(ben.shown(second)));
    }

    private void links() {
        SignInPerson ana = member();
        host.pass(Duration.ofMinutes(2));
        AuthReply asked = host.client().post("login/link/request/", "email", ana.email);
        String token = host.server.kit().emails().lastLink(ana.email).token();
        keep(token, host.server.kit().emails().lastCode(ana.email));
        kept(SignInTokens.of(
                ana.post("login/link/confirm/", ana.said("token", token, "request_id", asked.field("request_id")))));
    }

    private void otherSites() {
        SignInPerson eva = member().reachable();
        Map<String, Object> token = eva.idToken();
        keep(token, "id_token");
        keep(nonce(token));
        kept(SignInTokens.of(eva.post("login/social/", eva.transport.said(token))));
        Map<String, Object> code = eva.authorizationCode();
        keep(code, "authorization_code");
        keep(OtherSite.VERIFIER, "a-secret-of-the-client");
        kept(SignInTokens.of(eva.post("login/social/", eva.transport.said(code))));
        AuthReply start = eva.post("login/social/start/", SignInPerson.body("provider", "corp", "intent", "login"));
        String cookie = SignInTokens.cookie(start, "__Host-social");
        Map<String, String> there = PagesFixture.query(start.field("authorization_url"));
        URI back = OtherSite.sendsBackTo(start.field("authorization_url"));
        keep(
                cookie,
                there.get("state"),
                there.get("nonce"),
                PagesFixture.query("?" + back.getRawQuery()).get("code"));
        host.client()
                .with("Cookie", "__Host-social=" + cookie)
                .get("login/social/callback/corp/?" + back.getRawQuery());
        kept(SignInTokens.of(eva.post("login/social/finish/", "__Host-social=" + cookie, eva.said())));
    }

    private void migration() {
        SignInPerson old = new SignInPerson(host, SignInTransport.BODY).inSourceSystem();
        old.addTotp();
        keep(old.password());
        kept(SignInTokens.of(old.finish(old.byPassword())));
        keep("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "3132333435363738393031323334353637383930", "abcdefgh");
        SignInPerson other =
                new SignInPerson(host, SignInTransport.BODY).inSourceSystem().arrived();
        String token = kept(host.oldToken(other.number));
        kept(SignInTokens.of(host.client().post("token/refresh/", "refresh", token)));
    }

    private static String nonce(Map<String, Object> proof) {
        String payload = String.valueOf(proof.get("id_token")).split("\\.")[1];
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(payload))
                .path("nonce")
                .asString();
    }

    private static String signature(Map<String, Object> shown) {
        return ((JsonNode) shown.get("credential")).at("/response/signature").asString();
    }

    private void keep(String... more) {
        secrets.addAll(List.of(more));
    }

    private void keep(Map<String, Object> sent, String name) {
        secrets.add(String.valueOf(sent.get(name)));
    }

    private String kept(String secret) {
        secrets.add(secret);
        return secret;
    }

    private SignInTokens kept(SignInTokens tokens) {
        secrets.add(tokens.access());
        if (!tokens.refresh().isEmpty()) {
            secrets.add(tokens.refresh());
        }
        return tokens;
    }

    private List<String> thatHoldSecrets(Collection<String> texts) {
        return texts.stream()
                .filter(this::holdsSecret)
                .map(text -> text.substring(0, Math.min(200, text.length())))
                .toList();
    }

    /** A secret as a word of its own, so that six digits inside a longer number are no find. */
    private boolean holdsSecret(String text) {
        return secrets.stream()
                .anyMatch(secret -> text.contains(secret)
                        && Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
                                .matcher(text)
                                .find());
    }
}

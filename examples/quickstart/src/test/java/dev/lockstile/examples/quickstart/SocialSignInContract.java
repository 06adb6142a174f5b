package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.testkit.http.MockIdToken;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing in with other sites over HTTP and real databases: the table of who is whose, the races, the redirect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SocialSignInContract {

    private static final String CLIENT = "quickstart";
    private static final String SECRET = "a-secret-of-the-client";

    private final MockOpenIdProvider corp = MockOpenIdProvider.start().client(CLIENT, SECRET);
    private final MockOpenIdProvider merge = MockOpenIdProvider.start().client(CLIENT, SECRET);
    private final MockOpenIdProvider forum = MockOpenIdProvider.start().client(CLIENT, SECRET);
    private PagesFixture fixture;
    private Http http;

    /** The database of this host, empty. */
    abstract Map<String, String> database();

    @BeforeAll
    void open(@TempDir Path folder) {
        Map<String, String> environment = new HashMap<>(database());
        site(environment, "CORP", corp, true, false);
        site(environment, "MERGE", merge, true, true);
        site(environment, "FORUM", forum, false, false);
        fixture = PagesFixture.open(folder, environment);
        http = new Http(fixture.port());
    }

    private static void site(
            Map<String, String> environment, String name, MockOpenIdProvider site, boolean proves, boolean links) {
        String prefix = "QUICKSTART_OIDC_" + name;
        environment.put(prefix + "_ISSUER", site.issuer());
        environment.put(prefix + "_CLIENT_ID", CLIENT);
        environment.put(prefix + "_CLIENT_SECRET", SECRET);
        environment.put(prefix + "_EMAIL_AUTHORITATIVE", String.valueOf(proves));
        environment.put(prefix + "_LINK_BY_EMAIL", String.valueOf(links));
        environment.put(prefix + "_ALLOW_INSECURE_LOOPBACK", "true");
    }

    @AfterAll
    void close() {
        fixture.close();
        List.of(corp, merge, forum).forEach(MockOpenIdProvider::close);
    }

    @Test
    void whom_a_provider_vouches_for_gets_in_as_the_table_says() {
        fixture.member("proven@example.com");
        List<String> answers = new ArrayList<>();
        for (String site : List.of("corp", "merge", "forum")) {
            for (Object verified : List.of(true, "true", false, "false", 1)) {
                for (String address : List.of("proven@example.com", "new-" + site + answers.size() + "@example.com")) {
                    Http.Answer answer = signIn(site, "subject-" + answers.size(), address, verified);
                    answers.add(said(site, verified, address.startsWith("proven"), answer));
                }
            }
        }
        assertThat(answers).allMatch(answer -> answer.endsWith("as it should"));
    }

    private static String said(String site, Object verified, boolean provenHere, Http.Answer answer) {
        boolean proves = !site.equals("forum") && (verified.equals(true) || verified.equals("true"));
        String expected = "social_email_not_verified";
        if (proves && provenHere) {
            expected = site.equals("merge") ? "linked" : "social_account_not_linked";
        } else if (proves) {
            expected = "created";
        }
        JsonNode body = answer.json();
        String is = body.path("code").asString("");
        if (answer.status() == 200) {
            is = body.path("user_created").asBoolean() ? "created" : "linked";
        }
        return site + " " + verified + " " + provenHere + " " + is + (is.equals(expected) ? " as it should" : "");
    }

    @Test
    void oi11_one_cell_of_the_matrix_links_by_itself() {
        fixture.member("linked@example.com");
        register("unproven@example.com");
        List<String> linking = new ArrayList<>();
        for (String address : List.of("unproven@example.com", "linked@example.com")) {
            for (String site : List.of("corp", "merge", "forum")) {
                for (boolean verified : new boolean[] {false, true}) {
                    Http.Answer answer = signIn(site, "oi11-" + site + verified + address, address, verified);
                    if (answer.json().path("linked_existing_user").asBoolean()) {
                        linking.add(address + " " + site + " " + verified);
                    }
                }
            }
        }
        assertThat(linking)
                .as("verified there, by a site that proves addresses and may link by them, and proven here")
                .contains("linked@example.com merge true")
                .allMatch(cell -> cell.endsWith("merge true"));
        assertThatIllegalArgumentException()
                .as("the sites that would link by addresses which they do not prove are not wired")
                .isThrownBy(() -> SocialProviders.openId(
                        "club", corp.issuer(), OAuthClient.of(CLIENT).linkByEmail()));
    }

    private void register(String email) {
        Map<String, Object> form = new HashMap<>(PagesFixture.registration(email));
        form.put("terms_and_conditions_accepted", true);
        assertThat(http.post("/auth/register/", form).status()).isEqualTo(201);
    }

    @Test
    void oi1_of_fifty_first_sign_ins_of_one_person_one_opens_the_account() {
        List<Map<String, Object>> proofs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            proofs.add(proof("corp", "the-one", "the-one@example.com", true));
        }
        List<Http.Answer> answers = ParallelRun.run(50, n -> http.post("/auth/login/social/", proofs.get(n)));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream()
                        .filter(answer -> answer.json().path("user_created").asBoolean()))
                .hasSize(1);
        assertThat(answers.stream()
                        .map(answer -> answer.json().path("social_account_id").asLong())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void oi2_a_token_is_used_once_and_only_with_its_own_nonce() {
        Map<String, Object> proof = proof("corp", "nonce-1", "nonce-1@example.com", true);
        Map<String, Object> swapped = new HashMap<>(proof);
        swapped.put(
                "transaction_id",
                proof("corp", "nonce-2", "nonce-2@example.com", true).get("transaction_id"));
        assertThat(code(http.post("/auth/login/social/", swapped))).isEqualTo("invalid_social_token");
        assertThat(http.post("/auth/login/social/", proof).status()).isEqualTo(200);
        assertThat(code(http.post("/auth/login/social/", proof))).isEqualTo("invalid_social_token");
    }

    @Test
    void oi13_the_last_way_in_stays_and_what_was_unlinked_stays_out() {
        JsonNode in = signIn("corp", "cleo", "cleo@example.com", true).json();
        String cleo = in.path("tokens").path("accessToken").asString();
        Http.Answer last = http.post("/auth/login/social/unlink/", Map.of("provider", "corp"), cleo);
        assertThat(last.status()).isEqualTo(409);
        assertThat(code(last)).isEqualTo("last_sign_in_method");
        assertThat(http.post("/auth/login/social/link/", proofOf(cleo, "forum", "cleo", "x@forum.example", false), cleo)
                        .status())
                .isEqualTo(200);
        assertThat(http.post("/auth/login/social/unlink/", Map.of("provider", "corp"), cleo)
                        .status())
                .isEqualTo(200);
        assertThat(code(signIn("corp", "cleo", "cleo@example.com", true))).isEqualTo("social_account_not_linked");
        assertThat(signIn("forum", "cleo", "x@forum.example", false).status()).isEqualTo(200);
    }

    @Test
    void oi13_an_administrator_leaves_the_last_way_in() throws Exception {
        String dora = signIn("corp", "dora", "dora@example.com", true)
                .json()
                .path("tokens")
                .path("accessToken")
                .asString();
        String root = fixture.superuserToken();
        Map<String, Object> unlink =
                Map.of("login", "dora@example.com", "social_account_id", administered(root), "reason", "ticket 4711");
        Http.Answer last = http.post("/auth/admin/social/unlink/", unlink, root);
        assertThat(last.status()).isEqualTo(409);
        assertThat(code(last)).isEqualTo("last_sign_in_method");
        assertThat(http.post("/auth/login/social/link/", proofOf(dora, "forum", "dora", "x@forum.example", false), dora)
                        .status())
                .as("the session of who stays in lives")
                .isEqualTo(200);
        assertThat(http.post("/auth/admin/social/unlink/", unlink, root).status())
                .isEqualTo(200);
        assertThat(code(signIn("corp", "dora", "dora@example.com", true))).isEqualTo("social_account_not_linked");
        assertThat(signIn("forum", "dora", "x@forum.example", false).status()).isEqualTo(200);
    }

    /** The key of the only account that is linked. */
    private long administered(String root) {
        JsonNode accounts = http.post("/auth/admin/social/accounts/", Map.of("login", "dora@example.com"), root)
                .json();
        assertThat(accounts).hasSize(1);
        return accounts.get(0).path("id").asLong();
    }

    @Test
    void the_same_subject_at_another_site_changes_nothing_of_the_first() {
        JsonNode in = signIn("corp", "gone", "gone@example.com", true).json();
        String access = in.path("tokens").path("accessToken").asString();
        assertThat(code(http.post(
                        "/auth/login/social/link/",
                        proofOf(access, "merge", "gone", "gone@example.com", true),
                        access)))
                .isEmpty();
        long before = in.path("social_account_id").asLong();
        JsonNode again = signIn("corp", "gone", "gone@example.com", true).json();
        assertThat(again.path("social_account_id").asLong()).isEqualTo(before);
    }

    @Test
    void a_silent_session_at_the_provider_is_no_proof_for_sensitive_steps() {
        long now = Instant.now().getEpochSecond();
        assertThat(signIn("corp", "dora", "dora@example.com", true).status()).isEqualTo(200);
        for (Object time : Arrays.asList(now - 660, 0, -1, String.valueOf(now), now + 3600, null)) {
            String access = access("dora", time);
            assertThat(http.get("/auth/factors/", access).status())
                    .as("%s", time)
                    .isEqualTo(200);
            assertThat(sensitive(access)).as("%s", time).allMatch("403 step_up_required"::equals);
        }
        assertThat(sensitive(access("dora", now - 60))).containsExactly("200 ", "201 ", "409 last_sign_in_method");
    }

    private List<String> sensitive(String access) {
        return Stream.of(
                        http.post("/auth/passkeys/options/", Map.of(), access),
                        http.post("/auth/totp/", Map.of(), access),
                        http.post("/auth/login/social/unlink/", Map.of("provider", "corp"), access))
                .map(answer -> answer.status() + " " + code(answer))
                .toList();
    }

    private String access(String subject, @Nullable Object provenAt) {
        JsonNode nonce = http.post("/auth/login/social/nonce/", Map.of("provider", "corp"))
                .json();
        MockIdToken token = corp.idToken(CLIENT, subject)
                .nonce(nonce.path("nonce").asString())
                .claim("auth_time", provenAt);
        Http.Answer in = http.post("/auth/login/social/", body(nonce, "corp", token));
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        return in.json().path("tokens").path("accessToken").asString();
    }

    @Test
    void a_browser_signs_in_by_the_redirect() throws Exception {
        corp.signsIn("browser", Map.of("email", "browser@example.com", "email_verified", true));
        HttpResponse<String> start = send("POST", "/auth/login/social/start/", "", """
                {"provider": "corp", "intent": "login"}""");
        assertThat(start.statusCode()).as(start.body()).isEqualTo(200);
        String cookie = start.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String there = new Http.Answer(200, start.body())
                .json()
                .path("authorization_url")
                .asString();
        URI back = URI.create(follow(there).headers().firstValue("Location").orElseThrow());
        String path = back.getRawPath() + "?" + back.getRawQuery();
        assertThat(send("GET", path, "__Host-social=of-another-browser", "").statusCode())
                .isEqualTo(400);
        HttpResponse<String> came = send("GET", path, cookie, "");
        assertThat(came.statusCode()).as(came.body()).isEqualTo(303);
        assertThat(came.headers().firstValue("Location").orElseThrow()).endsWith("/?social=done");
        assertThat(send("GET", path, cookie, "").statusCode()).isEqualTo(400);
        HttpResponse<String> in = send("POST", "/auth/login/social/finish/", cookie, """
                {"client": "web", "terms_and_conditions_accepted": true}""");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(in.body()).contains("browser@example.com");
    }

    private Http.Answer signIn(String site, String subject, String email, Object verified) {
        return http.post("/auth/login/social/", proof(site, subject, email, verified));
    }

    private Map<String, Object> proof(String site, String subject, String email, Object verified) {
        Http.Answer nonce = http.post("/auth/login/social/nonce/", Map.of("provider", site));
        return proof(nonce.json(), site, subject, email, verified);
    }

    /** One that is begun by a user who is signed in, to link. */
    private Map<String, Object> proofOf(String access, String site, String subject, String email, Object verified) {
        Http.Answer nonce = http.post("/auth/login/social/nonce/", Map.of("provider", site), access);
        return proof(nonce.json(), site, subject, email, verified);
    }

    private Map<String, Object> proof(JsonNode nonce, String site, String subject, String email, Object verified) {
        MockIdToken token = of(site).idToken(CLIENT, subject)
                .nonce(nonce.path("nonce").asString())
                .claim("email", email)
                .claim("email_verified", verified);
        return body(nonce, site, token);
    }

    private static Map<String, Object> body(JsonNode nonce, String site, MockIdToken token) {
        return Map.of(
                "provider",
                site,
                "transaction_id",
                nonce.path("transaction_id").asString(),
                "id_token",
                token.sign(),
                "client",
                "web",
                "terms_and_conditions_accepted",
                true);
    }

    private MockOpenIdProvider of(String site) {
        return switch (site) {
            case "corp" -> corp;
            case "merge" -> merge;
            default -> forum;
        };
    }

    private static String code(Http.Answer answer) {
        return answer.json().path("code").asString("");
    }

    private HttpResponse<String> follow(String address) {
        return Http.exchange(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private HttpResponse<String> send(String method, String path, String cookie, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + fixture.port() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return Http.exchange(request.build());
    }
}

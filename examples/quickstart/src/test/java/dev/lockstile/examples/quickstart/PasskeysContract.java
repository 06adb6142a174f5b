package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.examples.quickstart.Http.Answer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys over HTTP, with a browser of one's own: what works, and what an attacker tries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PasskeysContract {

    private static final int RIVALS = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private PagesFixture quickstart;
    private Http http;

    /** An empty database. */
    abstract String database(Path folder);

    @BeforeAll
    void open(@TempDir Path folder) {
        quickstart = PagesFixture.open(folder, Map.of("QUICKSTART_DB_URL", database(folder)));
        http = new Http(quickstart.port());
    }

    @AfterAll
    void close() {
        quickstart.close();
    }

    @Test
    void a_passkey_is_registered_and_signs_in_alone() {
        Member ana = member("ana1@example.com");
        JsonNode made = ana.register().json();
        assertThat(made.path("credential_id").asString()).isEqualTo(ana.key.credentialId());
        assertThat(made.path("name").asString()).isEqualTo("phone");
        assertThat(made.has("public_key")).isFalse();
        JsonNode in = signIn(ana.key).json();
        String token = in.path("tokens").path("accessToken").asString();
        assertThat(claims(token).path("acr").asString()).isEqualTo("aal2");
        assertThat(claims(token).path("amr").toString()).isEqualTo("[\"mfa\",\"pop\",\"user\"]");
        assertThat(http.get("/auth/factors/", token).json().path("passkeys").asInt())
                .isEqualTo(1);
        assertThat(http.get("/auth/passkeys/", token)
                        .json()
                        .path(0)
                        .path("last_used_at")
                        .asString(""))
                .isNotEmpty();
    }

    @Test
    void what_a_browser_is_asked_has_the_form_of_the_specification() {
        Member ana = member("ana2@example.com");
        JsonNode creation =
                http.post("/auth/passkeys/options/", Map.of(), ana.token).json().path("public_key");
        assertThat(creation.path("rp").path("id").asString()).isEqualTo("localhost");
        assertThat(creation.path("attestation").asString()).isEqualTo("none");
        assertThat(creation.path("pubKeyCredParams").toString()).contains("-7", "-8", "-257");
        assertThat(creation.at("/authenticatorSelection/residentKey").asString())
                .isEqualTo("required");
        assertThat(creation.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(creation.path("user").path("id").asString()).hasSize(43);
        JsonNode request = http.post("/auth/login/passkey/options/", Map.of()).json();
        assertThat(request.at("/public_key/challenge").asString())
                .isEqualTo(request.path("ceremony_id").asString())
                .hasSize(43);
        assertThat(request.at("/public_key/rpId").asString()).isEqualTo("localhost");
        assertThat(request.at("/public_key/userVerification").asString()).isEqualTo("required");
        assertThat(request.at("/public_key/allowCredentials").isEmpty()).isTrue();
    }

    @Test
    void a_password_alone_is_no_longer_enough_and_the_passkey_is_the_second_factor() {
        Member ana = member("ana3@example.com");
        ana.register();
        Answer held = password(ana.email);
        assertThat(held.status()).isEqualTo(403);
        assertThat(held.json().path("factors").toString()).isEqualTo("[\"passkey\",\"recovery_code\"]");
        assertThat(held.body()).doesNotContain("accessToken");
        String challenge = held.json().path("challenge_id").asString();
        JsonNode asked = http.post("/auth/login/second-factor/passkey/", Map.of("challenge_id", challenge))
                .json();
        assertThat(asked.at("/public_key/allowCredentials/0/id").asString()).isEqualTo(ana.key.credentialId());
        Map<String, Object> body = answer(asked, ana.key);
        body.putAll(Map.of("challenge_id", challenge, "client", "web"));
        assertThat(http.post("/auth/login/second-factor/", body).status()).isEqualTo(200);
    }

    @Test
    void a_passkey_proves_again_who_one_is_and_a_password_does_not() {
        Member ana = member("ana4@example.com");
        ana.register();
        String token = signIn(ana.key).json().at("/tokens/accessToken").asString();
        Answer password = http.post("/auth/step-up/", Map.of("password", PagesFixture.PASSWORD), token);
        assertThat(password.json().path("code").asString()).isEqualTo("second_factor_required");
        assertThat(password.json().path("methods").toString()).isEqualTo("[\"passkey\",\"recovery_code\"]");
        JsonNode asked = http.post("/auth/step-up/passkey/", Map.of(), token).json();
        assertThat(http.post("/auth/step-up/", answer(asked, ana.key), token).status())
                .isEqualTo(200);
    }

    @Test
    void a_token_and_a_password_of_before_add_no_second_passkey() {
        Member ana = member("ana5@example.com");
        ana.register();
        Answer answer = http.post("/auth/passkeys/options/", Map.of(), ana.token);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asString()).isEqualTo("step_up_required");
        assertThat(answer.json().path("methods").toString()).isEqualTo("[\"passkey\",\"recovery_code\"]");
    }

    @Test
    void pk1_of_fifty_answers_to_one_challenge_one_signs_in() {
        Member ana = member("ana6@example.com");
        ana.register();
        JsonNode asked = http.post("/auth/login/passkey/options/", Map.of()).json();
        Map<String, Object> body = answer(asked, ana.key);
        body.put("client", "web");
        assertThat(ParallelRun.winners(
                        RIVALS, n -> http.post("/auth/login/passkey/", body).status() == 200))
                .isEqualTo(1);
    }

    @Test
    void pk12_of_fifty_proofs_with_one_count_one_signs_in() {
        Member ana = member("ana7@example.com");
        ana.register();
        ana.key.withCount(5);
        List<Map<String, Object>> bodies = IntStream.range(0, RIVALS)
                .mapToObj(n -> {
                    Map<String, Object> body = answer(
                            http.post("/auth/login/passkey/options/", Map.of()).json(), ana.key);
                    body.put("client", "web");
                    return body;
                })
                .toList();
        assertThat(ParallelRun.winners(
                        RIVALS,
                        n -> http.post("/auth/login/passkey/", bodies.get(n)).status() == 200))
                .isEqualTo(1);
        assertThat(signIn(ana.key.withCount(4)).status()).isEqualTo(401);
    }

    @Test
    void pk9_another_account_cannot_register_the_credential() {
        Member ana = member("ana8@example.com");
        ana.register();
        Member ben = member("ben8@example.com");
        SoftwareAuthenticator impostor = ana.key.impostor();
        Answer refused = ben.register(impostor);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("invalid_passkey");
        assertThat(signIn(impostor).status()).isEqualTo(401);
        assertThat(signIn(ana.key).status()).isEqualTo(200);
    }

    @Test
    void pk11_another_accounts_passkey_is_no_second_factor() {
        Member ana = member("ana9@example.com");
        ana.register();
        Member ben = member("ben9@example.com");
        ben.register();
        String challenge = password(ana.email).json().path("challenge_id").asString();
        JsonNode asked = http.post("/auth/login/second-factor/passkey/", Map.of("challenge_id", challenge))
                .json();
        Map<String, Object> body = answer(asked, ben.key);
        body.putAll(Map.of("challenge_id", challenge, "client", "web"));
        assertThat(http.post("/auth/login/second-factor/", body).status()).isEqualTo(401);
    }

    /** What a browser or an authenticator shows that is not right. */
    enum Attack {
        PK3_TYPE(key -> key.withClientData(said -> said.replace("webauthn.get", "webauthn.create"))),
        PK3_ORIGIN_WITH_A_SUFFIX(key -> key.withClientData(said -> said.replace("localhost:", "localhost.evil.test:"))),
        PK3_ORIGIN_WITH_ANOTHER_PORT(key -> key.withClientData(said -> said.replace("localhost:", "localhost:9"))),
        PK5_NOT_PRESENT(key -> key.withFlags(4)),
        PK5_NOT_VERIFIED(key -> key.withFlags(1)),
        PK6_IN_A_FRAME(key -> key.withClientData(said -> said.replace(":false", ":true"))),
        PK6_UNDER_ANOTHER_PAGE(
                key -> key.withClientData(said -> said.replace("}", ",\"topOrigin\":\"https://evil.test\"}"))),
        PK7_ANOTHER_KEY(SoftwareAuthenticator::impostor),
        PK10_NO_HANDLE(key -> key.withUserHandle(null)),
        PK10_ANOTHER_HANDLE(key -> key.withUserHandle("A".repeat(43))),
        PK13_BACKED_UP_AND_NOT_ELIGIBLE(key -> key.withFlags(0x15)),
        PK13_ELIGIBLE_LATER(key -> key.withFlags(0x0d));

        private final UnaryOperator<SoftwareAuthenticator> change;

        Attack(UnaryOperator<SoftwareAuthenticator> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_proof_signs_nobody_in(Attack attack) {
        Member ana = member(attack.name().toLowerCase(Locale.ROOT) + "@example.com");
        ana.register();
        assertThat(signIn(ana.key).status()).isEqualTo(200);
        Answer refused = signIn(attack.change.apply(ana.key));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("code").asString()).isEqualTo("invalid_credentials");
    }

    @Test
    void pk4_a_proof_for_another_site_signs_nobody_in() {
        Member ana = member("ana10@example.com");
        ana.register();
        JsonNode asked = http.post("/auth/login/passkey/options/", Map.of()).json();
        Map<String, Object> body = new HashMap<>(Map.of(
                "ceremony_id",
                asked.path("ceremony_id").asString(),
                "credential",
                JSON.readTree(ana.key.get(
                        "evil.test", asked.at("/public_key/challenge").asString())),
                "client",
                "web"));
        assertThat(http.post("/auth/login/passkey/", body).status()).isEqualTo(401);
    }

    @Test
    void pk14_what_is_no_credential_is_refused_and_no_error() {
        Member ana = member("ana11@example.com");
        for (Object junk : List.of(
                Map.of(),
                Map.of("id", 1),
                Map.of("id", "-", "rawId", "-", "type", "public-key", "response", Map.of()))) {
            JsonNode asked =
                    http.post("/auth/passkeys/options/", Map.of(), ana.token).json();
            Answer made = http.post(
                    "/auth/passkeys/",
                    Map.of("ceremony_id", asked.path("ceremony_id").asString(), "credential", junk),
                    ana.token);
            assertThat(made.json().path("code").asString()).isEqualTo("invalid_passkey");
            String ceremony = http.post("/auth/login/passkey/options/", Map.of())
                    .json()
                    .path("ceremony_id")
                    .asString();
            assertThat(http.post(
                                    "/auth/login/passkey/",
                                    Map.of("ceremony_id", ceremony, "credential", junk, "client", "web"))
                            .status())
                    .isEqualTo(401);
        }
    }

    private Answer password(String email) {
        return http.post(
                "/auth/login/basic/", Map.of("login", email, "password", PagesFixture.PASSWORD, "client", "web"));
    }

    private Answer signIn(SoftwareAuthenticator key) {
        Map<String, Object> body =
                answer(http.post("/auth/login/passkey/options/", Map.of()).json(), key);
        body.put("client", "web");
        return http.post("/auth/login/passkey/", body);
    }

    private static Map<String, Object> answer(JsonNode asked, SoftwareAuthenticator key) {
        String credential = key.get(
                asked.at("/public_key/rpId").asString(),
                asked.at("/public_key/challenge").asString());
        return new HashMap<>(
                Map.of("ceremony_id", asked.path("ceremony_id").asString(), "credential", JSON.readTree(credential)));
    }

    private static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private Member member(String email) {
        quickstart.member(email);
        String token = password(email).json().at("/tokens/accessToken").asString();
        return new Member(email, token, SoftwareAuthenticator.at("http://localhost:" + quickstart.port()));
    }

    /** A user who signed in by password. */
    private final class Member {

        private final String email;
        private final String token;
        private final SoftwareAuthenticator key;

        Member(String email, String token, SoftwareAuthenticator key) {
            this.email = email;
            this.token = token;
            this.key = key;
        }

        Answer register() {
            Answer made = register(key);
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            return made;
        }

        Answer register(SoftwareAuthenticator other) {
            JsonNode asked =
                    http.post("/auth/passkeys/options/", Map.of(), token).json();
            String credential = other.create(
                    asked.at("/public_key/rp/id").asString(),
                    asked.at("/public_key/challenge").asString(),
                    asked.at("/public_key/user/id").asString());
            return http.post(
                    "/auth/passkeys/",
                    Map.of(
                            "ceremony_id",
                            asked.path("ceremony_id").asString(),
                            "credential",
                            JSON.readTree(credential),
                            "name",
                            "phone"),
                    token);
        }
    }
}

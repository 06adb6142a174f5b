package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.examples.quickstart.Http.Answer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP, a user who must have a second factor and has none makes a passkey while signing in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PasskeyEnrolmentContract {

    private static final String OPTIONS = "/auth/login/second-factor/passkey/";
    private static final String FINISH = "/auth/login/second-factor/";
    private static final JsonMapper JSON = JsonMapper.shared();

    private PagesFixture quickstart;
    private Http http;

    /** An empty database. */
    abstract String database(Path folder);

    @BeforeAll
    void open(@TempDir Path folder) {
        quickstart = PagesFixture.open(
                folder, Map.of("QUICKSTART_DB_URL", database(folder), "QUICKSTART_SECOND_FACTOR", "everybody"));
        http = new Http(quickstart.port());
    }

    @AfterAll
    void close() {
        quickstart.close();
    }

    @Test
    void a_challenge_that_is_none_or_is_used_is_asked_nothing() {
        refused(http.post(OPTIONS, Map.of("challenge_id", "A".repeat(43))));
        quickstart.member("ana1@example.com");
        String challenge = challenge("ana1@example.com");
        SoftwareAuthenticator key = key("http://localhost:");
        Map<String, Object> made = made(challenge, asked(challenge), key);
        assertThat(http.post(FINISH, made).status()).isEqualTo(200);
        refused(http.post(OPTIONS, Map.of("challenge_id", challenge)));
        refused(http.post(FINISH, made));
    }

    @Test
    void what_was_made_elsewhere_or_for_somebody_else_signs_nobody_in_and_adds_nothing() {
        quickstart.member("ana2@example.com");
        quickstart.member("ben2@example.com");
        String ana = challenge("ana2@example.com");
        String ben = challenge("ben2@example.com");
        refused(http.post(FINISH, made(ana, asked(ana), key("http://localhost:9"))));
        refused(http.post(FINISH, made(ana, asked(ben), key("http://localhost:"))));
        JsonNode shown = http.post("/auth/login/passkey/options/", Map.of()).json();
        refused(http.post(FINISH, shown(ana, shown, key("http://localhost:"))));
        Answer again = password("ana2@example.com");
        assertThat(again.json().path("enrolment_required").asBoolean()).isTrue();
    }

    @Test
    void it_is_made_signs_in_with_both_factors_and_is_asked_for_from_then_on() {
        quickstart.member("ana3@example.com");
        String challenge = challenge("ana3@example.com");
        SoftwareAuthenticator key = key("http://localhost:");
        JsonNode asked = asked(challenge);
        assertThat(asked.at("/public_key/authenticatorSelection/userVerification")
                        .asString())
                .isEqualTo("required");
        assertThat(asked.at("/public_key/user/id").asString()).hasSize(43);
        JsonNode in = http.post(FINISH, made(challenge, asked, key)).json();
        assertThat(in.path("recovery_codes").size()).isEqualTo(10);
        String token = in.at("/tokens/accessToken").asString();
        assertThat(http.get("/auth/factors/", token).json().path("passkeys").asInt())
                .isEqualTo(1);
        Answer held = password("ana3@example.com");
        assertThat(held.json().path("enrolment_required").asBoolean()).isFalse();
        String next = held.json().path("challenge_id").asString();
        JsonNode request = asked(next);
        assertThat(request.at("/public_key/allowCredentials/0/id").asString()).isEqualTo(key.credentialId());
        Answer second = http.post(FINISH, shown(next, request, key));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().has("recovery_codes")).isFalse();
    }

    private SoftwareAuthenticator key(String origin) {
        return SoftwareAuthenticator.at(origin + quickstart.port());
    }

    private Answer password(String email) {
        return http.post(
                "/auth/login/basic/", Map.of("login", email, "password", PagesFixture.PASSWORD, "client", "web"));
    }

    private String challenge(String email) {
        Answer held = password(email);
        assertThat(held.status()).as(held.body()).isEqualTo(403);
        assertThat(held.json().path("enrolment_required").asBoolean()).isTrue();
        return held.json().path("challenge_id").asString();
    }

    private JsonNode asked(String challenge) {
        Answer asked = http.post(OPTIONS, Map.of("challenge_id", challenge));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        return asked.json();
    }

    private static Map<String, Object> made(String challenge, JsonNode asked, SoftwareAuthenticator key) {
        return body(
                challenge,
                asked,
                key.create(
                        asked.at("/public_key/rp/id").asString(),
                        asked.at("/public_key/challenge").asString(),
                        asked.at("/public_key/user/id").asString()));
    }

    private static Map<String, Object> shown(String challenge, JsonNode asked, SoftwareAuthenticator key) {
        return body(
                challenge,
                asked,
                key.get(
                        asked.at("/public_key/rpId").asString(),
                        asked.at("/public_key/challenge").asString()));
    }

    private static Map<String, Object> body(String challenge, JsonNode asked, String credential) {
        return new HashMap<>(Map.of(
                "challenge_id",
                challenge,
                "ceremony_id",
                asked.path("ceremony_id").asString(),
                "credential",
                JSON.readTree(credential),
                "client",
                "web"));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().path("code").asString()).isEqualTo("invalid_second_factor");
    }
}

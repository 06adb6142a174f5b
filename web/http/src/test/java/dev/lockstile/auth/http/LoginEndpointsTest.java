package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LoginEndpointsTest extends WithServer {

    private static final String WEB = "{\"login\":\" ana@example.com \",\"password\":\"  spaces \",\"client\":\"web\"}";
    private static final String DEVICE =
            "{\"platform\":\"ios\",\"name\":\"iPhone\",\"token\":\"t\",\"notification_token\":\"push\"}";

    private static String mobile(String device) {
        return "{\"login\":\"ana\",\"password\":\"p\",\"client\":\"mobile\"" + device + "}";
    }

    @Test
    void a_browser_gets_the_web_payload_and_nothing_else() {
        JsonNode body = client.post("/auth/login/basic/", WEB).json();

        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "user",
                        "active_profile",
                        "user_settings",
                        "profile_settings",
                        "terms_and_conditions",
                        "profile_completion_required",
                        "tokens",
                        "trusted_device");
        assertThat(body.path("user"))
                .hasToString("{\"data\":{\"display_name\":\"Ana Ruiz\",\"full_name\":\"Ana Ruiz\","
                        + "\"photoURL\":\"https://img.example/a.png\",\"email\":\"ana@example.com\","
                        + "\"username\":\"ana\",\"birthday\":\"1990-05-17\",\"shortcuts\":[]},"
                        + "\"login_redirect_url\":\"/home\",\"role\":[\"doctor\"],\"status\":\"active\"}");
        assertThat(body.path("tokens"))
                .hasToString("{\"accessToken\":\"the-access\",\"refreshToken\":\"the-refresh\"}");
        assertThat(body.path("terms_and_conditions").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(body.path("profile_completion_required").asBoolean()).isFalse();
    }

    @Test
    void a_profile_shows_exactly_the_fields_of_the_contract() {
        JsonNode profile = client.post("/auth/login/basic/", WEB).json().path("active_profile");

        assertThat(profile)
                .hasToString("{\"id\":11,\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"last_name_2\":null,"
                        + "\"birthday\":\"1990-05-17\",\"gender\":\"FEMALE\",\"role\":\"DOCTOR\",\"label\":\"\","
                        + "\"is_default\":true,\"is_active\":true,\"picture\":\"https://img.example/a.png\","
                        + "\"display_name\":\"Ana Ruiz\",\"full_name\":\"Ana Ruiz\",\"settings\":{}}");
    }

    @Test
    void a_mobile_client_gets_the_user_at_top_level() {
        JsonNode body = client.post("/auth/login/basic/", mobile(",\"device\":" + DEVICE))
                .json();

        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "username",
                        "phone",
                        "is_verified",
                        "language",
                        "timezone",
                        "terms_and_conditions",
                        "profiles",
                        "active_profile",
                        "user_settings",
                        "profile_settings",
                        "profile_completion_required",
                        "tokens",
                        "device_registered",
                        "trusted_device");
        assertThat(body.path("id").asLong()).isEqualTo(7);
        assertThat(body.path("phone").isNull()).isTrue();
        assertThat(body.path("is_verified").asBoolean()).isTrue();
        assertThat(body.path("language").asString()).isEqualTo("es");
        assertThat(body.path("device_registered").asBoolean()).isTrue();
        assertThat(body.path("profiles")).hasSize(1);
    }

    @Test
    void settings_go_out_to_the_letter() {
        assertThat(client.post("/auth/login/basic/", WEB).text())
                .contains(
                        "\"user_settings\":{\"language\": \"es\", \"dark_mode\": true, \"big\": 12345678901234567890.10}");
    }

    @Test
    void keys_that_are_no_numbers_are_texts_and_an_incomplete_profile_is_told() {
        UUID key = new UUID(1, 2);
        ProfileInfo profile = Samples.profile(key, Person.UNKNOWN, null);
        fakes.answering(
                "signIn",
                Outcome.done(new SignIn(
                        Samples.user("u-1"), List.of(profile), profile, Samples.TOKENS, true, Samples.DEVICE)));

        JsonNode body = client.post("/auth/login/basic/", mobile(",\"device\":" + DEVICE))
                .json();

        assertThat(body.path("id").asString()).isEqualTo("u-1");
        assertThat(body.path("active_profile").path("id").asString()).isEqualTo(key.toString());
        assertThat(body.path("profile_completion_required").asBoolean()).isTrue();
    }

    @Test
    void identifiers_are_stripped_and_passwords_never() {
        client.with("User-Agent", "Some\tBrowser/1.0 \u00e9 " + "x".repeat(300)).post("/auth/login/basic/", WEB);

        PasswordLogin.Request login = fakes.lastAsked(PasswordLogin.Request.class);
        assertThat(login.login()).isEqualTo("ana@example.com");
        assertThat(login.password().reveal()).isEqualTo("  spaces ");
        assertThat(login.client().address()).isEqualTo("127.0.0.1");
        assertThat(login.client().label()).startsWith("Some").hasSize(120).matches("[ -~]+");
    }

    @Test
    void the_device_of_a_browser_is_ignored_whatever_it_is() {
        assertThat(client.post(
                                "/auth/login/basic/",
                                "{\"login\":\"a\",\"password\":\"p\",\"client\":\"web\",\"device\":17}")
                        .status())
                .isEqualTo(200);
        assertThat(fakes.lastAsked(PasswordLogin.Request.class).client().device())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"device\":null",
                ",\"device\":\"x\"",
                ",\"device\":[]",
                ",\"device\":{}",
                ",\"device\":{\"notification_token\":\"  \"}",
                ",\"device\":{\"notification_token\":5}",
                ",\"device\":{\"notification_token\":\"push\",\"name\":7}"
            })
    void a_mobile_client_without_a_device_is_refused_before_anything_is_consumed(String device) {
        TestClient.Reply reply = client.post("/auth/login/basic/", mobile(device));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactly("device");
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void a_mobile_device_reaches_the_service() {
        client.post("/auth/login/basic/", mobile(",\"device\":" + DEVICE));

        ClientInfo info = fakes.lastAsked(PasswordLogin.Request.class).client();
        assertThat(info.kind()).isEqualTo(ClientKind.MOBILE);
        assertThat(info.device()).isEqualTo(new DeviceInfo("ios", "iPhone", "t", "push"));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_CREDENTIALS,401,invalid_credentials",
        "DEVICE_REQUIRED,400,invalid_input",
        "PROFILE_NOT_FOUND,404,profile_not_found",
        "SESSION_ENDED,401,invalid_token",
        "THROTTLED,429,throttled",
        "BUSY,503,busy"
    })
    void every_refusal_has_its_status_and_code(Refusal why, int status, String code) {
        fakes.answering("signIn", Outcome.refused(why));

        TestClient.Reply reply = client.post("/auth/login/basic/", WEB);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1000,1", "1001,2", "59001,60", "-5000,1", "0,1"})
    void a_throttled_client_is_told_whole_seconds_rounded_up(long millis, String seconds) {
        fakes.answering("signIn", Outcome.refused(Refusal.THROTTLED, Samples.NOW.plusMillis(millis)));

        assertThat(client.post("/auth/login/basic/", WEB).header("Retry-After")).isEqualTo(seconds);
    }

    @Test
    void all_missing_fields_are_named_at_once_and_twice() {
        TestClient.Reply reply = client.post("/auth/login/basic/", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .hasToString("{\"code\":\"invalid_input\",\"detail\":\"Some of the data sent is not valid.\","
                        + "\"errors\":{\"login\":[\"This field is required.\"],"
                        + "\"password\":[\"This field is required.\"],\"client\":[\"This field is required.\"]},"
                        + "\"login\":[\"This field is required.\"],\"password\":[\"This field is required.\"],"
                        + "\"client\":[\"This field is required.\"]}");
    }

    @Test
    void a_profile_is_named_by_number_or_text() {
        TestClient signedIn = client.signedIn();
        for (String key : List.of("11", "\"11\"")) {
            assertThat(signedIn.post("/auth/profile/switch", "{\"profile\":" + key + ",\"client\":\"web\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(fakes.lastAsked(ProfileId.class)).isEqualTo(new ProfileId(11L));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.5,400", "1e3,400", "true,400", "null,400", "\"\",400", "\"abc\",404", "-1,404", "[],400"})
    void an_impossible_profile_is_refused(String key, int status) {
        TestClient.Reply reply =
                client.signedIn().post("/auth/profile/switch/", "{\"profile\":" + key + ",\"client\":\"web\"}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void a_foreign_profile_is_not_found() {
        fakes.answering("switchProfile", Outcome.refused(Refusal.PROFILE_NOT_FOUND));

        TestClient.Reply reply = client.signedIn().post("/auth/profile/switch/", "{\"profile\":12,\"client\":\"web\"}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("profile_not_found");
    }
}

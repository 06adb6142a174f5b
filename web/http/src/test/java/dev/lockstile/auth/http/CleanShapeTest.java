package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The clean shape: what it says once, what it leaves out, and what it does not understand. */
final class CleanShapeTest extends WithServer {

    private static final String REGISTER = "{\"email\":\"a@x.com\",\"password\":\"p\",\"passwordConfirm\":\"p\","
            + "\"firstName\":\"Ana\",\"lastName1\":\"Ruiz\",\"termsAccepted\":true}";
    private static final String LOGIN =
            "{\"login\":\"a\",\"password\":\"p\",\"client\":\"%s\"," + "\"device\":{\"notificationToken\":\"push\"}}";

    @Override
    HttpSettings settings() {
        return HttpSettings.defaults().withClock(TestServer.fixed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "mobile"})
    void an_account_has_one_shape_for_every_client(String kind) {
        JsonNode body = client.post("/auth/login/basic/", LOGIN.formatted(kind)).json();
        assertThat(Set.copyOf(body.propertyNames()))
                .contains("user", "profile", "profiles", "profileCompletionRequired", "tokens")
                .doesNotContain("activeProfile", "userSettings", "profileSettings", "deviceRegistered", "email");
        assertThat(body.path("tokens").propertyNames()).containsExactly("accessToken", "refreshToken");
        assertThat(body.path("user").path("settings").has("dark_mode"))
                .as("what people keep is left alone")
                .isTrue();
        assertThat(body.path("user").has("role")).isFalse();
        assertThat(body.path("profile").path("role").asString())
                .isEqualTo(body.path("profiles").path(0).path("role").asString())
                .isEqualTo("DOCTOR");
        JsonNode me = client.signedIn().get("/auth/me/").json();
        assertThat(Set.copyOf(me.propertyNames()))
                .containsExactlyInAnyOrder("user", "profile", "profiles", "profileCompletionRequired");
    }

    @Test
    void a_request_in_snake_case_is_not_understood() {
        assertThat(client.post("/auth/register/", REGISTER).status()).isEqualTo(201);
        assertThat(fakes.lastAsked(Registration.class).person().firstName()).isEqualTo("Ana");
        TestClient.Reply snake = client.post(
                "/auth/register/",
                REGISTER.replace("firstName", "first_name").replace("passwordConfirm", "password_confirm"));
        assertThat(snake.status()).isEqualTo(400);
        assertThat(snake.json().path("errors").propertyNames()).contains("firstName", "passwordConfirm");
    }

    @Test
    void errors_name_each_field_once() {
        JsonNode body = client.post("/auth/register/", "{}").json();
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("code", "detail", "errors");
        assertThat(body.path("errors").propertyNames()).contains("termsAccepted", "firstName");
    }

    @Test
    void answers_hold_no_member_that_always_says_the_same() {
        assertThat(client.post("/auth/otp/request/", "{\"phone\":\"1\",\"channel\":\"sms\"}")
                        .json()
                        .propertyNames())
                .containsExactly("detail", "channel", "challengeId");
        assertThat(client.post("/auth/password-reset/request/", "{\"email\":\"a@x.com\"}")
                        .json()
                        .propertyNames())
                .containsExactly("detail");
        assertThat(client.post("/auth/registration/account-confirmation-email/resend/", "{\"email\":\"a@x.com\"}")
                        .json()
                        .propertyNames())
                .containsExactly("detail", "challengeId");
    }

    @Test
    void a_pair_of_tokens_has_the_same_names_everywhere() {
        assertThat(client.post("/auth/token/refresh/", "{\"refreshToken\":\"r\"}")
                        .json()
                        .propertyNames())
                .containsExactly("accessToken", "refreshToken");
        assertThat(client.post("/auth/token/refresh/", "{\"refresh\":\"r\"}").status())
                .isEqualTo(400);
    }
}

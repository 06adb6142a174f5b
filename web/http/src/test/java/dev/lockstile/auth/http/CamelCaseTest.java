package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.login.PasswordLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CamelCaseTest extends WithServer {

    private static final String REGISTER = "{\"email\":\"a@x.com\",\"password\":\"p\",\"passwordConfirm\":\"p\","
            + "\"firstName\":\"Ana\",\"lastName1\":\"Ruiz\",\"termsAndConditionsAccepted\":true}";

    @Override
    HttpSettings settings() {
        return super.settings().withCamelCase();
    }

    @ParameterizedTest
    @CsvSource({
        "last_name_1,lastName1",
        "terms_and_conditions_accepted,termsAndConditionsAccepted",
        "photoURL,photoURL",
        "accessToken,accessToken",
        "id,id",
        "_x,_x",
        "x_,x_"
    })
    void names_are_made_as_clients_expect_them(String snake, String camel) {
        assertThat(JsonNaming.CAMEL_CASE.wire(snake)).isEqualTo(camel);
        assertThat(JsonNaming.SNAKE_CASE.wire(snake)).isEqualTo(snake);
    }

    @Test
    void a_name_without_parts_is_not_copied() {
        String name = "email";
        assertThat(JsonNaming.CLEAN.wire(name)).isSameAs(name);
    }

    @Test
    void requests_in_either_case_are_understood() {
        assertThat(client.post("/auth/register/", REGISTER).status()).isEqualTo(201);
        Registration camel = fakes.lastAsked(Registration.class);
        String snake = REGISTER.replace("passwordConfirm", "password_confirm")
                .replace("firstName", "first_name")
                .replace("lastName1", "last_name_1");

        assertThat(client.post("/auth/register/", snake).status()).isEqualTo(201);
        assertThat(fakes.lastAsked(Registration.class)).isEqualTo(camel);
    }

    @Test
    void one_field_in_both_cases_is_refused() {
        TestClient.Reply reply = client.post("/auth/register/", REGISTER.replace("{", "{\"password_confirm\":\"p\","));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactly("passwordConfirm");
    }

    @Test
    void errors_name_fields_in_camel_case() {
        TestClient.Reply reply = client.post(
                "/auth/login/basic/", "{\"login\":\"a\",\"password\":\"p\",\"client\":\"mobile\",\"device\":{}}");

        assertThat(reply.json().path("device").path(0).asString()).startsWith("notificationToken: ");
        assertThat(client.post("/auth/register/", "{}").json().has("firstName")).isTrue();
    }

    @Test
    void answers_are_in_camel_case_and_settings_and_keys_are_left_alone() {
        String login = "{\"login\":\"a\",\"password\":\"p\",\"client\":\"mobile\","
                + "\"device\":{\"notificationToken\":\"push\"}}";
        JsonNode body = client.post("/auth/login/basic/", login).json();

        assertThat(body.propertyNames())
                .contains(
                        "activeProfile", "userSettings", "profileCompletionRequired", "isVerified", "deviceRegistered");
        assertThat(body.path("activeProfile").has("lastName1")).isTrue();
        assertThat(body.path("userSettings").has("dark_mode")).isTrue();
        assertThat(fakes.lastAsked(PasswordLogin.Request.class)
                        .client()
                        .device()
                        .notificationToken())
                .isEqualTo("push");
        assertThat(client.get("/auth/.well-known/jwks.json").text()).contains("some_name");
        assertThat(client.post("/auth/otp/request/", "{\"phone\":\"1\",\"channel\":\"sms\"}")
                        .json()
                        .propertyNames())
                .containsExactly("detail", "channel", "challengeId", "userExist");
    }
}

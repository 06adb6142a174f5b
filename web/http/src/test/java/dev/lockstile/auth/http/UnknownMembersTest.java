package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Members of a body that its endpoint does not know. */
class UnknownMembersTest {

    private static final String LOGIN = "{\"login\":\"a\",\"password\":\"p\",\"client\":\"mobile\",";

    @Test
    void clean_names_refuse_them_by_the_name_that_was_sent_and_tell_the_right_one() {
        try (TestServer server = server(HttpSettings.defaults())) {
            TestClient.Reply reply = server.client()
                    .post(
                            "/auth/register/",
                            "{\"email\":\"a@x.com\",\"password\":\"p\",\"passwordConfirm\":\"p\",\"firstName\":\"Ana\","
                                    + "\"last_name_1\":\"Ruiz\",\"is_staff\":true,\"termsAccepted\":true}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("code").asString()).isEqualTo("invalid_input");
            assertThat(reply.json().path("errors").path("last_name_1").path(0).asString())
                    .isEqualTo("There is no such field here; did you mean lastName1?");
            assertThat(reply.json().path("errors").path("is_staff").path(0).asString())
                    .isEqualTo("There is no such field here.");
        }
    }

    @Test
    void those_of_an_object_inside_are_told_under_its_name_and_a_device_of_a_browser_is_no_unknown_member() {
        try (TestServer server = server(HttpSettings.defaults())) {
            TestClient.Reply reply = server.client()
                    .post(
                            "/auth/login/basic/",
                            LOGIN + "\"device\":{\"notificationToken\":\"t\",\"notification_token\":\"t\"}}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("errors").path("device").path(0).asString())
                    .isEqualTo("notification_token: There is no such field here; did you mean notificationToken?");
            String web = LOGIN.replace("mobile", "web") + "\"device\":{\"platform\":\"ios\"}}";
            assertThat(server.client().post("/auth/login/basic/", web).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_host_chooses_for_each_naming(JsonNaming naming) {
        String body = LOGIN.replace("mobile", "web") + "\"remember\":true}";
        HttpSettings settings = HttpSettings.defaults().withNaming(naming);
        assertThat(status(settings, body)).isEqualTo(naming == JsonNaming.CLEAN ? 400 : 200);
        assertThat(status(settings.refuseUnknownMembers(), body)).isEqualTo(400);
        assertThat(status(settings.allowUnknownMembers(), body)).isEqualTo(200);
    }

    @Test
    void both_spellings_of_camel_case_are_known() {
        HttpSettings camel = HttpSettings.defaults().withCamelCase().refuseUnknownMembers();
        String snake = "{\"email\":\"a@x.com\",\"password\":\"p\",\"password_confirm\":\"p\",\"first_name\":\"Ana\","
                + "\"lastName1\":\"Ruiz\",\"terms_and_conditions_accepted\":true}";
        try (TestServer server = server(camel)) {
            assertThat(server.client().post("/auth/register/", snake).status()).isEqualTo(201);
        }
    }

    @Test
    void a_name_that_cannot_be_shown_is_not_and_many_are_cut() {
        StringBuilder many = new StringBuilder("{\"a b\":1");
        for (int i = 0; i < 200; i++) {
            many.append(",\"x").append(i).append("\":1");
        }
        try (TestServer server = server(HttpSettings.defaults())) {
            TestClient.Reply reply =
                    server.client().post("/auth/login/basic/", many.append('}').toString());
            assertThat(reply.json().path("errors").has("?")).isTrue();
            assertThat(reply.json().path("errors").has("x0")).isTrue();
            assertThat(reply.json().path("errors").has("x100")).isFalse();
        }
    }

    private static int status(HttpSettings settings, String body) {
        try (TestServer server = server(settings)) {
            return server.client().post("/auth/login/basic/", body).status();
        }
    }

    private static TestServer server(HttpSettings settings) {
        return TestServer.of(new Fakes(), settings.withClock(TestServer.fixed()));
    }
}

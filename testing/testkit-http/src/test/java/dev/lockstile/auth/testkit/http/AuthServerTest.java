package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthServerTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    // region: server
    @RegisterExtension
    final AuthServer server = AuthServer.inMemory();

    @Test
    void somebody_signs_in_over_http_and_ages_with_the_clock() {
        server.kit().member(EMAIL, PASSWORD);
        AuthReply reply = server.client().post("login/basic/", "login", EMAIL, "password", PASSWORD, "client", "web");
        assertThat(reply.status()).isEqualTo(200);
        AuthClient ana = server.client().bearing(reply.field("tokens", "accessToken"));
        assertThat(ana.get("me/?client=mobile").field("email")).isEqualTo(EMAIL);
        server.kit().clock().advance(Duration.ofDays(1));
        assertThat(ana.get("me/?client=web").code()).isEqualTo("invalid_token");
        assertThat(reply.toString()).doesNotContain(reply.field("tokens", "accessToken"));
    }

    // end: server

    @Test
    void every_test_has_a_server_of_its_own() {
        server.client().post("otp/request/", "email", EMAIL, "channel", "email");
        assertThat(server.client()
                        .post("login/basic/", "login", EMAIL, "password", PASSWORD, "client", "web")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void names_are_read_alike_in_camel_case() {
        try (AuthServer camel = AuthServer.of(
                        AuthTestKit::inMemory, HttpSettings.defaults().withCamelCase())
                .start()) {
            AuthReply sent = camel.client().post("otp/request/", "email", EMAIL, "channel", "email");
            assertThat(sent.text()).contains("challengeId");
            assertThat(sent.field("challenge_id")).isNotEmpty();
        }
    }
}

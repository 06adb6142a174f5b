package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What providers send to their endpoints, and what they are answered (RFC 8935, Back-Channel Logout 1.0). */
class SocialEventsTest extends AttackFixture {

    private static final String SET = "application/secevent+jwt";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();
    private final TestSocialProvider forum = TestSocialProvider.named("forum");

    @Test
    void without_a_provider_whose_events_are_taken_there_are_no_endpoints() {
        open();
        for (String path : List.of("events/corp/", "backchannel-logout/corp/")) {
            assertThat(client.post("/auth/login/social/" + path, "x".getBytes(StandardCharsets.UTF_8), SET)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(described()).noneMatch(path -> path.contains("social/events") || path.contains("logout/{id}"));
    }

    @Test
    void an_endpoint_is_there_for_the_providers_whose_events_are_taken_in_its_form() {
        corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        open();
        assertThat(push("corp", event(SocialEvent.Type.VERIFICATION)).status()).isEqualTo(202);
        for (String other : List.of("forum", "none", "CORP", "corp%2F")) {
            assertThat(push(other, event(SocialEvent.Type.VERIFICATION)).status())
                    .as(other)
                    .isIn(400, 404);
        }
        assertThat(described())
                .contains("/login/social/events/{id}/")
                .doesNotContain("/login/social/backchannel-logout/{id}/");
        assertThat(document()).doesNotContain("x-events");
        assertThat(client.get("/auth/login/social/events/corp/").status()).isEqualTo(405);
        corp.takingEvents(SocialEvent.Delivery.LOGOUT);
        open();
        assertThat(push("corp", event(SocialEvent.Type.VERIFICATION)).status()).isEqualTo(404);
        assertThat(logout(event(SocialEvent.Type.LOGOUT)).status()).isEqualTo(200);
        assertThat(described())
                .contains("/login/social/backchannel-logout/{id}/")
                .doesNotContain("/login/social/events/{id}/");
    }

    @Test
    void a_security_event_is_accepted_without_a_body_and_once_more_without_effect() {
        corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        open();
        String token = event(SocialEvent.Type.ACCOUNT_PURGED);
        for (int i = 0; i < 2; i++) {
            TestClient.Reply reply = push("corp", token);
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.text()).isEmpty();
            assertThat(reply.response().headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(heard)
                .filteredOn(event -> event.name().equals("authn_provider_event"))
                .hasSize(2);
        assertThat(heard.toString()).doesNotContain(token);
    }

    @Test
    void what_is_not_believed_is_told_in_the_words_of_the_standard() {
        corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT, SocialEvent.Delivery.LOGOUT);
        open();
        TestClient.Reply pushed = push("corp", "forged");
        assertThat(pushed.status()).isEqualTo(400);
        assertThat(pushed.json().path("err").asString()).isEqualTo("invalid_key");
        assertThat(pushed.json().path("description").asString()).isNotBlank();
        for (String wrong : List.of("logout_token=forged", "other=x", "logout_token=", "")) {
            TestClient.Reply reply = client.post(
                    "/auth/login/social/backchannel-logout/corp/", wrong.getBytes(StandardCharsets.UTF_8), FORM);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(reply.json().path("error").asString()).isEqualTo("invalid_request");
            assertThat(reply.json().path("error_description").asString()).isNotBlank();
            assertThat(reply.response().headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void a_logout_token_that_was_received_before_is_refused() {
        corp.takingEvents(SocialEvent.Delivery.LOGOUT);
        open();
        String token = event(SocialEvent.Type.LOGOUT);
        assertThat(logout(token).status()).isEqualTo(200);
        assertThat(logout(token).status()).isEqualTo(400);
    }

    @Test
    void a_notification_comes_as_json_and_is_answered_by_200() {
        corp.takingEvents(SocialEvent.Delivery.NOTIFICATION);
        open();
        String path = "/auth/login/social/events/corp/";
        TestClient.Reply taken = client.post(path, json("payload", event(SocialEvent.Type.CONSENT_REVOKED)));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).isEmpty();
        assertThat(client.post(path, "{}").fields()).containsExactly("payload");
        assertThat(client.post(path, json("payload", List.of("x"))).status()).isEqualTo(400);
        assertThat(push("corp", event(SocialEvent.Type.CONSENT_REVOKED)).status())
                .as("a form that it does not send")
                .isEqualTo(415);
    }

    @Test
    void a_body_that_is_too_big_or_of_another_type_is_not_read() {
        corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT, SocialEvent.Delivery.LOGOUT);
        open();
        assertThat(push("corp", "x".repeat(16 * 1024 + 1)).status()).isEqualTo(413);
        assertThat(logout("x".repeat(18 * 1024)).status()).isEqualTo(413);
        byte[] token = event(SocialEvent.Type.VERIFICATION).getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("text/plain", FORM, "application/jwt", "application/secevent+jwtx")) {
            assertThat(client.post("/auth/login/social/events/corp/", token, type)
                            .status())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(client.with("Content-Encoding", "gzip")
                        .post("/auth/login/social/events/corp/", token, SET)
                        .status())
                .isEqualTo(415);
        assertThat(client.post("/auth/login/social/backchannel-logout/corp/", token, SET)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_provider_whose_keys_cannot_be_had_and_a_network_that_sends_too_much_are_to_come_again() {
        corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        open(
                settings().withThrottles(settings().throttles().with(RateLimit.SOCIAL_EVENT_IP, Rate.perMinute(2))),
                builder -> builder.social(SocialSettings.of(corp, forum)));
        corp.down(true);
        TestClient.Reply down = push("corp", event(SocialEvent.Type.VERIFICATION));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.response().headers().firstValue("Retry-After")).isPresent();
        corp.down(false);
        assertThat(push("corp", event(SocialEvent.Type.VERIFICATION)).status()).isEqualTo(202);
        assertThat(push("corp", "forged").status()).isEqualTo(400);
        TestClient.Reply many = push("corp", event(SocialEvent.Type.VERIFICATION));
        assertThat(many.status()).isEqualTo(429);
        assertThat(many.response().headers().firstValue("Retry-After")).isPresent();
    }

    private void open() {
        open(settings(), builder -> builder.social(SocialSettings.of(corp, forum)));
    }

    private String event(SocialEvent.Type type) {
        return corp.event(new SocialEvent(
                        corp.issuer(), "nobody", UUID.randomUUID().toString(), clock.instant(), type))
                .reveal();
    }

    private TestClient.Reply push(String provider, String token) {
        byte[] body = token.getBytes(StandardCharsets.UTF_8);
        return client.post("/auth/login/social/events/" + provider + "/", body, SET);
    }

    private TestClient.Reply logout(String token) {
        String body = "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return client.post("/auth/login/social/backchannel-logout/corp/", body.getBytes(StandardCharsets.UTF_8), FORM);
    }

    private String document() {
        return OpenApi.document(auth, HttpSettings.defaults().withSnakeCase(), "/auth");
    }

    private List<String> described() {
        JsonNode paths = JsonMapper.shared().readTree(document()).path("paths");
        return new ArrayList<>(paths.propertyNames());
    }
}

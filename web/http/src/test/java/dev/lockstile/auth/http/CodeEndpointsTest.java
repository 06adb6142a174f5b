package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CodeEndpointsTest extends WithServer {

    private static final String VERIFY = "{\"phone\":\"+525512345678\",\"code\":\" 012345 \",\"client\":\"web\"}";

    @Test
    void a_code_is_asked_for() {
        TestClient.Reply reply = client.post("/auth/otp/request/", "{\"phone\":\"+525512345678\",\"channel\":\"sms\"}");

        assertThat(reply.status()).isEqualTo(201);
        JsonNode body = reply.json();
        assertThat(body.propertyNames()).containsExactly("detail", "channel", "challenge_id", "user_exist");
        assertThat(body.path("channel").asString()).isEqualTo("sms");
        assertThat(body.path("challenge_id").asString()).isEqualTo("challenge-1");
        assertThat(body.path("user_exist").asBoolean()).isTrue();
        assertThat(fakes.lastAsked(CodeLogin.Request.class))
                .isEqualTo(new CodeLogin.Request(CodeIdentifier.phone("+525512345678"), Channel.SMS, "127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"a@x.com\",\"phone\":\"+525512345678\",\"channel\":\"sms\"}|email phone",
                "{\"email\":\"a@x.com\",\"phone\":\"+525512345678\",\"channel\":\"email\"}|email phone",
                "{\"channel\":\"sms\"}|email phone",
                "{\"email\":\"\",\"phone\":null,\"channel\":\"sms\"}|email phone",
                "{\"email\":\"a@x.com\"}|channel",
                "{\"email\":\"a@x.com\",\"channel\":\"sms\"}|channel",
                "{\"phone\":\"+525512345678\",\"channel\":\"email\"}|channel",
                "{\"phone\":\"+525512345678\",\"channel\":\"pigeon\"}|channel",
                "{\"phone\":\"+525512345678\",\"channel\":1}|channel",
                "{\"phone\":525512345678,\"channel\":\"sms\"}|phone"
            })
    void a_request_that_does_not_name_one_recipient_and_its_channel_is_refused(String body, String fields) {
        TestClient.Reply reply = client.post("/auth/otp/request/", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactlyInAnyOrder(fields.split(" "));
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void a_code_that_cools_down_is_put_off() {
        fakes.answering("request", Outcome.refused(Refusal.THROTTLED, Samples.NOW.plusMillis(12_300)));

        TestClient.Reply reply = client.post("/auth/otp/request/", "{\"email\":\"a@x.com\",\"channel\":\"email\"}");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo("throttled");
        assertThat(reply.header("Retry-After")).isEqualTo("13");
    }

    @Test
    void what_the_service_finds_wrong_is_told() {
        List<FieldProblem> problems = List.of(FieldProblem.of("phone", "invalid"));
        fakes.answering("request", Outcome.invalid(problems));
        fakes.answering("verify", Outcome.invalid(problems));

        assertThat(client.post("/auth/otp/request/", "{\"phone\":\"1\",\"channel\":\"sms\"}")
                        .fields())
                .containsExactly("phone");
        assertThat(client.post("/auth/otp/verify/", VERIFY).fields()).containsExactly("phone");
    }

    @Test
    void a_code_signs_in() {
        TestClient.Reply reply = client.post("/auth/otp/verify/", VERIFY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("tokens").path("accessToken").asString()).isEqualTo("the-access");
        CodeLogin.Attempt attempt = fakes.lastAsked(CodeLogin.Attempt.class);
        assertThat(attempt.code().reveal()).isEqualTo("012345");
        assertThat(attempt.challengeId()).isNull();
        assertThat(attempt.identifier()).isEqualTo(CodeIdentifier.phone("+525512345678"));
    }

    @Test
    void a_refused_code_says_nothing_of_the_reason() {
        fakes.answering("verify", Outcome.refused(Refusal.INVALID_CODE));

        TestClient.Reply reply = client.post("/auth/otp/verify/", VERIFY);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json())
                .hasToString("{\"code\":\"invalid_code\",\"detail\":\"The code is not valid or has expired.\"}");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\":\"+52\",\"email\":\"a@x.com\",\"code\":\"1\",\"client\":\"web\"}|email",
                "{\"phone\":\"+52\",\"code\":123456,\"client\":\"web\"}|code",
                "{\"phone\":\"+52\",\"client\":\"web\"}|code",
                "{\"phone\":\"+52\",\"code\":\"123456\"}|client",
                "{\"phone\":\"+52\",\"code\":\"123456\",\"client\":\"WEB\"}|client",
                "{\"phone\":\"+52\",\"code\":\"123456\",\"client\":\"mobile\"}|device",
                "{\"phone\":\"+52\",\"code\":\"123456\",\"client\":\"mobile\",\"device\":{\"platform\":\"ios\"}}|device",
                "{\"phone\":\"+52\",\"code\":\"123456\",\"client\":\"web\",\"challenge_id\":{}}|challenge_id"
            })
    void no_attempt_is_spent_on_a_request_that_cannot_succeed(String body, String field) {
        TestClient.Reply reply = client.post("/auth/otp/verify/", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).contains(field);
        assertThat(fakes.asked()).isEmpty();
    }
}

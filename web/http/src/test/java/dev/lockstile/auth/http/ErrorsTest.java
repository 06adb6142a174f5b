package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest extends WithServer {

    private static final String LOGIN = "{\"login\":\"a\",\"password\":\"p\",\"client\":\"web\"}";

    @Override
    HttpSettings settings() {
        return super.settings().withCorrelationIds(() -> "corr-1").withFallbackLanguage(Locale.ENGLISH);
    }

    @Test
    void a_defect_shows_a_correlation_id_and_nothing_of_the_inside() {
        for (Throwable defect :
                List.of(new IllegalStateException("canary jdbc:h2:mem secret"), new StackOverflowError("canary"))) {
            fakes.answering("signIn", defect);

            TestClient.Reply reply = client.post("/auth/login/basic/", LOGIN);

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.json())
                    .hasToString("{\"code\":\"internal\",\"detail\":\"Something went wrong on our side.\","
                            + "\"correlation_id\":\"corr-1\"}");
        }
    }

    @Test
    void a_database_out_of_reach_is_no_wrong_password() {
        fakes.answering("signIn", new StoreUnavailableException("canary", new IllegalStateException()));

        TestClient.Reply reply = client.post("/auth/login/basic/", LOGIN);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.text()).doesNotContain("canary");
    }

    @Test
    void a_machine_busy_hashing_asks_to_come_again() {
        fakes.answering("signIn", new HashingBusyException("busy"));

        TestClient.Reply reply = client.post("/auth/login/basic/", LOGIN);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("busy");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth",
                "/auth/",
                "/auth/nothing",
                "/auth/login",
                "/auth/Login/Basic/",
                "/auth/sessions/a/b",
                "/auth/profiles/1/2"
            })
    void what_is_not_there_is_not_found(String path) {
        for (String method : List.of("GET", "POST", "DELETE", "PATCH")) {
            TestClient.Reply reply = client.send(method, path, new byte[0], "");

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("not_found");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/auth/login/basic/|POST",
                "PUT|/auth/register|POST",
                "OPTIONS|/auth/otp/verify/|POST",
                "POST|/auth/me/|GET, HEAD",
                "HEAD|/auth/logout/|POST",
                "TRACE|/auth/sessions/|GET, HEAD",
                "GET|/auth/sessions/x|DELETE",
                "BREW|/auth/.well-known/jwks.json/|GET, HEAD"
            })
    void a_wrong_method_is_told_the_right_ones(String method, String path, String allow) {
        TestClient.Reply reply = client.send(method, path, new byte[0], "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allow);
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void a_head_request_gets_the_headers_alone() {
        TestClient.Reply reply = client.send("HEAD", "/auth/.well-known/jwks.json", new byte[0], "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("Content-Length"))
                .isEqualTo(String.valueOf(fakes.publicKeys().length()));
    }

    @Test
    void every_answer_forbids_caching_and_guessing() {
        List<TestClient.Reply> replies = List.of(
                client.post("/auth/login/basic/", LOGIN),
                client.post("/auth/login/basic/", "{"),
                client.get("/auth/nothing"),
                client.get("/auth/me/"),
                client.get("/auth/register/"),
                client.get("/auth/.well-known/jwks.json"),
                client.signedIn().post("/auth/logout/", "{}"));

        for (TestClient.Reply reply : replies) {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Set-Cookie")).isEmpty();
            if (reply.status() != 204) {
                assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-MX|es",
                "pt-BR,en;q=0.1|pt",
                "ja, es;q=0.2, pt;q=0.9|pt",
                "en;q=0, es;q=0.1|es",
                "ja|en",
                "de-AT|de",
                "fr|fr",
                "*|en",
                "\"; DROP TABLE|en",
                "es;q=banana|en",
                "ES|es"
            })
    void people_are_answered_in_their_language(String accept, String language) {
        TestClient.Reply reply = client.with("Accept-Language", accept).get("/auth/nothing");

        assertThat(reply.header("Content-Language")).isEqualTo(language);
        String detail = switch (language) {
            case "es" -> "No encontrado.";
            case "pt" -> "Não encontrado.";
            case "de" -> "Nicht gefunden.";
            case "fr" -> "Introuvable.";
            default -> "Not found.";
        };
        assertThat(reply.json().path("detail").asString()).isEqualTo(detail);
        assertThat(reply.code()).isEqualTo("not_found");
    }

    @Test
    void field_messages_come_in_the_same_language() {
        assertThat(client.with("Accept-Language", "es")
                        .post("/auth/token/refresh/", "{}")
                        .json()
                        .path("refresh")
                        .path(0)
                        .asString())
                .isEqualTo("Este campo es obligatorio.");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_code_is_an_error_in_lower_snake_case(ErrorCode code) {
        assertThat(code.status()).isBetween(400, 503);
        assertThat(code.text()).matches("[a-z_]+");
    }
}

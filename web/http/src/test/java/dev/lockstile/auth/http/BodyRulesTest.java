package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRulesTest extends WithServer {

    private static final int LIMIT = 64 * 1024;

    private static byte[] padded(int length) {
        String start = "{\"refresh\":\"r\",\"padding\":\"";
        return (start + "x".repeat(length - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json ; Charset=\"UTF-8\"",
                "application/json;charset=utf8",
                "application/json; charset=\"UTF8\"",
                "application/json; version=1; charset=utf-8"
            })
    void json_in_utf8_is_taken(String type) {
        assertThat(client.post("/auth/token/refresh/", "{\"refresh\":\"r\"}".getBytes(StandardCharsets.UTF_8), type)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/json",
                "application/jsonx",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json;charset=iso-8859-1",
                "application/json;charset=utf-16",
                "application/json;charset=utf88",
                "application/json;charset=utf_8",
                "application/json;charset=utf-8;charset=utf-16",
                "application/json, text/plain",
                "application/problem+json"
            })
    void anything_else_is_an_unsupported_type(String type) {
        TestClient.Reply reply =
                client.post("/auth/token/refresh/", "{\"refresh\":\"r\"}".getBytes(StandardCharsets.UTF_8), type);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("unsupported_media_type");
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void a_packed_body_is_not_unpacked() {
        assertThat(client.with("Content-Encoding", "gzip")
                        .post("/auth/token/refresh/", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(client.with("Content-Encoding", "identity")
                        .post("/auth/token/refresh/", "{\"refresh\":\"r\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_body_may_have_64_kibibytes_and_not_one_byte_more() {
        assertThat(client.post("/auth/token/refresh/", padded(LIMIT), "application/json")
                        .status())
                .isEqualTo(200);

        TestClient.Reply reply = client.post("/auth/token/refresh/", padded(LIMIT + 1), "application/json");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("payload_too_large");
        assertThat(reply.header("Connection")).isEqualTo("close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"refresh\"",
                "{\"refresh\":\"\\ud800\"}",
                "{\"refresh\":\"a\\u0000\"}",
                "{\"other\":\"a\\u0000\",\"refresh\":\"r\"}",
                "{\"refresh\":\"a\",\"refresh\":\"b\"}",
                "{\"refresh\":\"a\"} {}"
            })
    void a_malformed_body_is_invalid_input(String body) {
        TestClient.Reply reply = client.post("/auth/token/refresh/", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json())
                .hasToString("{\"code\":\"invalid_input\","
                        + "\"detail\":\"The request body is not a valid JSON object in UTF-8.\",\"errors\":{}}");
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void depth_is_limited_also_where_nobody_looks() {
        String deep = "{\"refresh\":\"r\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

        assertThat(client.post("/auth/token/refresh/", deep).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"1e999999999,400", "-0.0,400"})
    void a_number_in_place_of_a_text_is_a_wrong_type(String number, int status) {
        TestClient.Reply reply = client.post("/auth/token/refresh/", "{\"refresh\":" + number + "}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.fields()).containsExactly("refresh");
    }

    @Test
    void unknown_fields_are_passed_over() {
        assertThat(client.post("/auth/token/refresh/", "{\"refresh\":\"r\",\"x\":{\"y\":[1e9999,null]},\"\":1}")
                        .status())
                .isEqualTo(200);
    }
}

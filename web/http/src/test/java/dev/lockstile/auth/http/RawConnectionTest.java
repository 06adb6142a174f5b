package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawConnectionTest extends WithServer {

    private static final String POST =
            "POST /auth/token/refresh/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final byte[] KILOBYTE_CHUNK =
            ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    @Test
    void chunks_that_pass_the_limit_are_cut_off() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Transfer-Encoding: chunked\r\n\r\n").sendAsMuchAsPossible(KILOBYTE_CHUNK, 66);

            assertThat(socket.answer()).startsWith("HTTP/1.1 413 ").contains("\"payload_too_large\"");
            assertThat(socket.isClosedByServer()).isTrue();
        }
    }

    @Test
    void chunks_within_the_limit_are_read() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ref\r\na\r\nresh\":\"r\"}\r\n0\r\n\r\n");

            assertThat(socket.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void malformed_chunks_are_no_defect_of_ours() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

            assertThat(socket.answer()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void ten_megabytes_are_refused_without_being_read() throws IOException {
        long start = System.nanoTime();
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Content-Length: 10485760\r\n\r\n");

            assertThat(socket.answer()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
            assertThat(socket.isClosedByServer()).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void ten_megabytes_that_are_really_sent_end_the_connection_and_nothing_else() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Content-Length: 10485760\r\n\r\n").sendAsMuchAsPossible(new byte[64 * 1024], 160);

            assertThat(socket.answer()).startsWith("HTTP/1.1 413 ");
            assertThat(socket.isClosedByServer()).isTrue();
        }
        assertThat(client.post("/auth/token/refresh/", new byte[10 * 1024 * 1024], "application/json")
                        .status())
                .isEqualTo(413);
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void a_body_that_no_endpoint_wants_does_not_cost_the_connection() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            String body = "x".repeat(60_000);
            for (String path : new String[] {"nothing", "me/", "logout/", "profile/switch/"}) {
                socket.send("POST /auth/" + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n" + body);

                assertThat(socket.answer()).containsPattern("^HTTP/1.1 (401|404|405) ");
            }
        }
    }

    @Test
    void who_asks_before_sending_too_much_is_told_at_once() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Expect: 100-continue\r\nContent-Length: 10485760\r\n\r\n");

            assertThat(socket.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send(POST + "Content-Length: 15\r\n\r\n{\"refresh\":\"\u00ff\"}");

            assertThat(socket.answer()).startsWith("HTTP/1.1 400 ").contains("\"invalid_input\"");
        }
    }

    @Test
    void a_query_that_is_no_utf8_is_refused_or_ignored() throws IOException {
        for (String query : new String[] {"client=%zz", "client=%", "client=%ff%fe", "client=web&x=%zz"}) {
            try (RawSocket socket = new RawSocket(server.port())) {
                socket.send("GET /auth/me/?" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Fakes.ACCESS
                        + "\r\n\r\n");

                assertThat(socket.answer()).containsPattern("^HTTP/1.1 (400|200) ");
            }
        }
    }

    @Test
    void a_token_of_odd_bytes_is_refused() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("GET /auth/me/?client=web HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \u00e9\u00ff\r\n\r\n");

            assertThat(socket.answer()).startsWith("HTTP/1.1 401 ").contains("\"invalid_token\"");
        }
    }
}

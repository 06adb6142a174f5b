package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.RequestId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class RequestIdTest extends WithServer {

    private static final String LOGIN = "{\"login\":\"a\",\"password\":\"p\",\"client\":\"web\"}";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String RANDOM = "[0-9a-f]{32}";

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lockstile.auth.http");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ERROR);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void silence() {
        logger.detachAppender(lines);
        logger.setLevel(Level.OFF);
    }

    @Test
    void the_id_of_a_client_is_in_the_answer_in_the_log_and_in_the_error() {
        fakes.answering("signIn", new IllegalStateException("boom"));
        TestClient.Reply reply = client.with("X-Request-Id", "edge-7F").post("/auth/login/basic/", LOGIN);
        assertThat(reply.header("X-Request-Id")).isEqualTo("edge-7F");
        assertThat(reply.text()).contains("\"correlation_id\":\"edge-7F\"");
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "edge-7F");
            assertThat(line.getFormattedMessage()).contains("edge-7F");
        });
    }

    @Test
    void a_request_without_an_id_gets_one_of_its_own() {
        String one = client.get("/auth/me/").header("X-Request-Id");
        assertThat(one).matches(RANDOM);
        assertThat(client.get("/auth/me/").header("X-Request-Id"))
                .matches(RANDOM)
                .isNotEqualTo(one);
        assertThat(client.get("/auth/no-such-endpoint/").header("X-Request-Id")).matches(RANDOM);
    }

    @Test
    void the_trace_of_a_client_is_the_id_where_it_sends_no_other() {
        String parent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        assertThat(client.with("traceparent", parent).get("/auth/me/").header("X-Request-Id"))
                .isEqualTo(TRACE);
        assertThat(client.with("traceparent", parent)
                        .with("X-Request-Id", "edge-7F")
                        .get("/auth/me/")
                        .header("X-Request-Id"))
                .isEqualTo("edge-7F");
        for (String bad : List.of(
                "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE.replace('4', 'g') + "-00f067aa0ba902b7-01",
                TRACE,
                parent + "-" + "x".repeat(100))) {
            assertThat(client.with("traceparent", bad).get("/auth/me/").header("X-Request-Id"))
                    .as(bad)
                    .matches(RANDOM)
                    .isNotIn(TRACE, "0".repeat(32));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a_b",
                "a.b",
                "a\tb",
                "a;b",
                "a%0d%0aX-Evil: 1",
                "<script>",
                "${jndi:ldap://x}",
                "a\u0001b",
                "a\u001b[31mb",
                "\u00e4",
                "a\r\n b",
                ""
            })
    void anything_but_letters_digits_and_hyphens_is_replaced_or_refused(String hostile) throws IOException {
        String answer = raw(hostile);
        assertThat(answer).containsPattern("HTTP/1.1 [24]0[01] ").doesNotContain("X-Evil", "script", "jndi", "\u001b");
        if (answer.startsWith("HTTP/1.1 401 ")) { // the container refuses some by itself, with 400
            assertThat(answer).containsPattern("(?i)x-request-id: " + RANDOM + "\r\n");
        }
    }

    @Test
    void sixty_four_characters_are_taken_and_one_more_is_not() throws IOException {
        assertThat(raw("a".repeat(64))).containsIgnoringCase("x-request-id: " + "a".repeat(64) + "\r\n");
        assertThat(raw("a".repeat(65))).containsPattern("(?i)x-request-id: " + RANDOM + "\r\n");
    }

    private String raw(String id) throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("GET /auth/me/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-Id: " + id + "\r\n\r\n");
            return socket.answer();
        }
    }

    @Test
    void the_context_of_the_thread_is_as_before_after_an_answer_and_after_an_exception() {
        List<@Nullable String> after = Collections.synchronizedList(new ArrayList<>());
        for (RuntimeException thrown : new RuntimeException[] {null, new IllegalStateException("a broken host")}) {
            for (String before : new String[] {null, "of-the-host", "not valid"}) {
                try (TestServer around = new TestServer(new Around(before, thrown, after), "/auth/*")) {
                    TestClient.Reply reply = around.client().get("/auth/me/");
                    if (thrown == null) {
                        assertThat(reply.header("X-Request-Id"))
                                .matches("of-the-host".equals(before) ? before : RANDOM);
                    }
                }
                assertThat(after).last().isEqualTo(before);
            }
        }
        assertThat(after).hasSize(6);
    }

    /** A servlet of the host, within whose own context the endpoints answer. */
    private static final class Around extends HttpServlet {

        @Serial
        private static final long serialVersionUID = 1L;

        private final @Nullable String before;
        private final @Nullable RuntimeException thrown;
        private final transient List<@Nullable String> after;

        Around(@Nullable String before, @Nullable RuntimeException thrown, List<@Nullable String> after) {
            this.before = before;
            this.thrown = thrown;
            this.after = after;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            MDC.remove(RequestId.MDC_KEY);
            if (before != null) {
                MDC.put(RequestId.MDC_KEY, before);
            }
            try (RequestId id = RequestId.open(request, response, HttpSettings.defaults())) {
                assertThat(MDC.get(RequestId.MDC_KEY)).isEqualTo(RequestId.of(request, HttpSettings.defaults()));
                if (thrown != null) {
                    throw thrown;
                }
            } finally {
                after.add(MDC.get(RequestId.MDC_KEY));
                MDC.remove(RequestId.MDC_KEY);
            }
        }
    }

    @Test
    void the_endpoints_leave_no_id_behind_also_where_the_answer_cannot_be_written() {
        List<@Nullable String> after = Collections.synchronizedList(new ArrayList<>());
        AuthServlet endpoints = new AuthServlet(fakes.services(), settings());
        for (boolean broken : new boolean[] {false, true}) {
            try (TestServer around = new TestServer(new Watching(endpoints, broken, after), "/auth/*")) {
                around.client().get("/auth/me/");
            }
        }
        assertThat(after).containsExactly(null, null);
    }

    /** Looks at the context of the thread after the endpoints. */
    private static final class Watching extends HttpServlet {

        @Serial
        private static final long serialVersionUID = 1L;

        private final AuthServlet endpoints;
        private final boolean broken;
        private final transient List<@Nullable String> after;

        Watching(AuthServlet endpoints, boolean broken, List<@Nullable String> after) {
            this.endpoints = endpoints;
            this.broken = broken;
            this.after = after;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                endpoints.service(request, broken ? unwritable(response) : response);
            } finally {
                after.add(MDC.get(RequestId.MDC_KEY));
                MDC.remove(RequestId.MDC_KEY);
            }
        }

        private static HttpServletResponse unwritable(HttpServletResponse response) {
            return new HttpServletResponseWrapper(response) {
                @Override
                public void setStatus(int status) {
                    throw new IllegalStateException("a broken container");
                }
            };
        }
    }

    @Test
    void ids_of_the_host_stand_in_place_of_those_of_clients() {
        server.close();
        server = TestServer.of(fakes, settings().withCorrelationIds(() -> "trace-1"));
        assertThat(server.client()
                        .with("X-Request-Id", "edge-7F")
                        .get("/auth/me/")
                        .header("X-Request-Id"))
                .isEqualTo("trace-1");
    }

    @Test
    void a_request_is_answered_under_a_random_id_where_the_host_has_none_that_fits() {
        for (Supplier<String> ids : List.<Supplier<String>>of(
                () -> {
                    throw new IllegalStateException("no span");
                },
                () -> null,
                () -> "",
                () -> "a\r\nX-Evil: 1",
                () -> "a".repeat(201))) {
            server.close();
            server = TestServer.of(fakes, settings().withCorrelationIds(ids));
            TestClient.Reply reply = server.client().get("/auth/me/");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("X-Request-Id")).matches(RANDOM);
        }
    }

    @Test
    void scripts_of_allowed_origins_may_read_it() {
        server.close();
        server = TestServer.of(fakes, settings().allowOrigins(Set.of("https://app.acme.example")));
        assertThat(server.client()
                        .with("Origin", "https://app.acme.example")
                        .get("/auth/me/")
                        .header("Access-Control-Expose-Headers"))
                .contains("X-Request-Id");
    }
}

package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The headers that scripts of allowed origins may send beside those of the endpoints. */
class RequestHeadersTest extends WithServer {

    private static final String ORIGIN = "https://app.acme.example";

    @Override
    HttpSettings settings() {
        return super.settings().allowOrigins(Set.of(ORIGIN));
    }

    @Test
    void headers_of_tracing_are_allowed_by_default() {
        assertThat(allowed())
                .contains("sentry-trace", "baggage", "traceparent", "tracestate", "x-requested-with", "b3")
                .contains("authorization", "content-type");
    }

    @Test
    void headers_of_other_monitoring_are_allowed_by_default() {
        assertThat(allowed())
                .contains("newrelic", "elastic-apm-traceparent", "uber-trace-id")
                .contains("request-id", "request-context", "x-amzn-trace-id", "x-cloud-trace-context");
    }

    @Test
    void a_host_names_its_own() {
        HttpSettings named = settings().allowRequestHeaders(Set.of("X-Tenant"));
        assertThat(named.browsers().headers()).containsExactly("X-Tenant");
        assertThat(named.origins()).containsExactly(ORIGIN);
    }

    @Test
    void a_page_sends_the_headers_that_its_host_named() {
        server.close();
        server = TestServer.of(
                fakes, settings().allowRequestHeaders(Set.of("X-Tenant", "x-datadog-trace-id", "NewRelic")));
        client = server.client();
        assertThat(allowed())
                .contains("x-tenant", "x-datadog-trace-id", "newrelic")
                .contains("authorization", "content-type", "x-csrf-token");
        assertThat(client.with("Origin", ORIGIN)
                        .with("X-Tenant", "7")
                        .get("/auth/me/")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo(ORIGIN);
    }

    @Test
    void an_origin_that_is_not_allowed_is_told_no_header() {
        TestClient.Reply reply = client.with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "traceparent")
                .send("OPTIONS", "/auth/login/basic/", new byte[0], "");
        assertThat(reply.header("Access-Control-Allow-Headers")).isNullOrEmpty();
    }

    @Test
    void what_is_no_name_of_a_header_is_refused() {
        for (String name : new String[] {"", "X Tenant", "X-Tenant\r\nSet-Cookie: a=b", "a,b"}) {
            assertThatThrownBy(() -> settings().allowRequestHeaders(Set.of(name)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String[] allowed() {
        TestClient.Reply reply = client.with("Origin", ORIGIN)
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/auth/login/basic/", new byte[0], "");
        return reply.header("Access-Control-Allow-Headers")
                .toLowerCase(Locale.ROOT)
                .split(", ");
    }
}

package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container cannot read is the client's mistake: no such request is answered with 500. */
class UnreadableRequestTest extends WithServer {

    private static final String BODY = "{\"refresh\":\"r\"}";

    @Override
    HttpSettings settings() {
        return super.settings().allowCookies();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=nonsense",
                "application/json;charset=\"no such\"",
                "application/json; charset=",
                "application/json; charset=utf-16",
                "application/json; charset=\u00e9",
                "text/plain; charset=nonsense",
                ";charset=utf-8",
                "/"
            })
    void a_type_that_is_not_json_in_utf8_is_refused_as_such(String type) throws IOException {
        assertThat(post("token/refresh/", "Content-Type: " + type + "\r\n")).startsWith("HTTP/1.1 415 ");
        assertThat(fakes.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"me/", "logout/", "nothing/", ".well-known/jwks.json"})
    void an_odd_charset_of_a_body_that_nobody_reads_changes_nothing(String path) throws IOException {
        assertThat(raw("GET /auth/" + path
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json; charset=nonsense\r\n"
                        + "Content-Length: 2\r\n\r\n{}"))
                .containsPattern("^HTTP/1.1 (200|401|404|405) ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: two\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
            })
    void broken_framing_is_the_clients_mistake(String rest) throws IOException {
        assertThat(raw("POST /auth/token/refresh/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest))
                .containsPattern("^HTTP/1.1 (400|413|501) ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/%zz/",
                "/auth/%",
                "/auth/%ff%fe/",
                "/auth/sessions/%c0%ae/",
                "/auth/%00/",
                "/auth/me/?client=%zz",
                "/auth/me/?%zz=%",
                "/auth/me/?client=web&client=%ff",
                "/auth/sessions/%ED%A0%80/"
            })
    void bad_percent_encoding_is_the_clients_mistake(String target) throws IOException {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Fakes.ACCESS + "\r\n\r\n"))
                .containsPattern("^HTTP/1.1 (200|400|404|405) ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: __Host-access",
                "Cookie: =;=;;",
                "Cookie: __Host-access=\"",
                "Cookie: a=\u0001",
                "Cookie: __Host-access=\u00ff; __Host-csrf=\u00ff",
                "Cookie: $Version=9; __Host-refresh=x",
                "Accept-Language: \u00ff;q=x,*;q=-1",
                "Accept-Language: en;q=99999999999999999999",
                "Authorization: Bearer",
                "Authorization: \u00ff",
                "Origin: \u00e9",
                "Sec-Fetch-Site: \u00ff",
                "Content-Encoding: \u00ff",
                "X-CSRF-Token: \u00ff",
                "User-Agent: \u00ff\u0080"
            })
    void odd_headers_are_the_clients_mistake(String header) throws IOException {
        for (String path : new String[] {"token/refresh/", "logout/", "register/", "profile/switch/"}) {
            assertThat(post(path, "Content-Type: application/json\r\n" + header + "\r\n"))
                    .as(path)
                    .containsPattern("^HTTP/1.1 (2\\d\\d|4\\d\\d) ");
        }
    }

    @Test
    void headers_over_the_containers_limit_are_the_clients_mistake() throws IOException {
        assertThat(post("token/refresh/", "Content-Type: application/json\r\nCookie: a=" + "x".repeat(20_000) + "\r\n"))
                .containsPattern("^HTTP/1.1 4\\d\\d ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=nonsense", "text/plain; charset=nonsense", "/"})
    void a_cohort_filter_survives_what_it_cannot_read(String type) throws Exception {
        Server jetty = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(
                new FilterHolder(new CohortFilter(
                        IdentifierRules.standard(), key -> true, request -> true, (request, response) -> {})),
                "/*",
                null);
        context.addServlet(new ServletHolder(new AuthServlet(fakes.services(), settings())), "/auth/*");
        jetty.setHandler(context);
        jetty.start();
        try (RawSocket socket = new RawSocket(((ServerConnector) jetty.getConnectors()[0]).getLocalPort())) {
            socket.send("POST /auth/token/refresh/ HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
            assertThat(socket.answer()).containsPattern("^HTTP/1.1 4(00|15) ");
        } finally {
            jetty.stop();
        }
    }

    private String post(String path, String headers) throws IOException {
        return raw("POST /auth/" + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: " + BODY.length()
                + "\r\n\r\n" + BODY);
    }

    private String raw(String request) throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            return socket.send(request).answer();
        }
    }
}

package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.RequestAuthenticator.Result;
import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sent a request that shows a header, a cookie, or both. */
class RequestAuthenticatorTest extends WholeStack {

    private RequestAuthenticator authenticator;
    private String anas;
    private String bobs;

    @BeforeEach
    void signIn() throws Exception {
        authenticator = RequestAuthenticator.of(
                auth, HttpSettings.defaults().withSnakeCase().withClock(clock).allowCookies());
        account("ana@example.com");
        account("bob@example.com");
        anas = tokens("ana@example.com").path("accessToken").asString();
        bobs = tokens("bob@example.com").path("accessToken").asString();
    }

    @Test
    void a_header_goes_before_a_cookie() {
        assertThat(authenticate("Bearer " + anas, bobs)).isEqualTo(caller(anas));
        assertThat(authenticate(null, bobs)).isEqualTo(caller(bobs));
    }

    @Test
    void a_wrong_header_is_refused_whatever_the_cookie_says() {
        assertThat(authenticate("Bearer a.b.c", bobs)).isInstanceOf(Result.Refused.class);
        assertThat(authenticate("Basic YTpi", bobs)).isNotInstanceOf(Result.Authenticated.class);
    }

    @Test
    void who_shows_nothing_is_nobody() {
        assertThat(authenticate(null, null)).isEqualTo(new Result.Anonymous());
        RequestAuthenticator headers =
                RequestAuthenticator.of(auth, HttpSettings.defaults().withClock(clock));
        assertThat(headers.authenticate(request(null, bobs)))
                .as("no cookies here")
                .isEqualTo(new Result.Anonymous());
    }

    private Result caller(String access) {
        return new Result.Authenticated(auth.sessions().authenticate(access).orElseThrow());
    }

    private Result authenticate(String header, String cookie) {
        return authenticator.authenticate(request(header, cookie));
    }

    private static HttpServletRequest request(String header, String cookie) {
        Map<String, List<String>> headers = Map.of(
                "Authorization", header == null ? List.of() : List.of(header),
                "Cookie", cookie == null ? List.of() : List.of("__Host-access=" + cookie));
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> {
                    List<String> values =
                            arguments == null ? List.of() : headers.getOrDefault((String) arguments[0], List.of());
                    return switch (method.getName()) {
                        case "getMethod" -> "GET";
                        case "getHeader" -> values.isEmpty() ? null : values.get(0);
                        case "getHeaders" -> Collections.enumeration(values);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}

package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.TrustedProxies;
import dev.lockstile.auth.login.PasswordLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static String seen(HttpSettings settings, String... forwarded) {
        Fakes fakes = new Fakes();
        try (TestServer server = TestServer.of(fakes, settings)) {
            TestClient client = server.client();
            for (String header : forwarded) {
                client = client.with("X-Forwarded-For", header);
            }
            client.with("Forwarded", "for=6.6.6.6")
                    .with("X-Real-IP", "6.6.6.6")
                    .post("/auth/login/basic/", "{\"login\":\"a\",\"password\":\"p\",\"client\":\"web\"}");
            return fakes.lastAsked(PasswordLogin.Request.class).client().address();
        }
    }

    private static HttpSettings trusting(String... proxies) {
        return HttpSettings.defaults().withSnakeCase().withClientAddress(TrustedProxies.of(proxies));
    }

    @Test
    void without_trusted_proxies_no_header_is_believed() {
        assertThat(seen(HttpSettings.defaults().withSnakeCase(), "6.6.6.6")).isEqualTo("127.0.0.1");
        assertThat(seen(trusting("10.0.0.0/8"), "6.6.6.6")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9|203.0.113.9",
                "6.6.6.6, 203.0.113.9|203.0.113.9",
                "6.6.6.6, 203.0.113.9, 10.1.2.3|203.0.113.9",
                "203.0.113.9:4711|203.0.113.9",
                "[2001:db8::1]:443, 10.0.0.1|2001:db8:0:0:0:0:0:1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "::ffff:203.0.113.9|203.0.113.9",
                "10.0.0.9, 10.0.0.8|10.0.0.9",
                "6.6.6.6, unknown, 10.0.0.8|10.0.0.8",
                "6.6.6.6, localhost|127.0.0.1",
                "6.6.6.6, 1|127.0.0.1",
                "6.6.6.6, 0x7f.1|127.0.0.1",
                "6.6.6.6, 256.1.1.1|127.0.0.1",
                "6.6.6.6, ::1::|127.0.0.1",
                "6.6.6.6,|127.0.0.1",
                "fe80::1%eth0|127.0.0.1"
            })
    void the_rightmost_hop_that_is_not_ours_is_the_client(String header, String address) {
        assertThat(seen(trusting("127.0.0.1", "10.0.0.0/8"), header)).isEqualTo(address);
    }

    /** Jetty has an address of IPv6 in brackets, other servers have not. */
    @ParameterizedTest
    @ValueSource(strings = {"[0:0:0:0:0:0:0:1]", "0:0:0:0:0:0:0:1", "::1"})
    void a_proxy_that_connects_by_ipv6_is_known(String connection) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRemoteAddr")
                        ? connection
                        : Collections.enumeration(List.of("6.6.6.6, 203.0.113.9")));

        assertThat(TrustedProxies.of("::1").of(request)).isEqualTo("203.0.113.9");
        assertThat(TrustedProxies.of("127.0.0.1").of(request)).isEqualTo(connection.replaceAll("[\\[\\]]", ""));
    }

    @Test
    void several_headers_read_as_one_list() {
        assertThat(seen(trusting("127.0.0.0/8"), "6.6.6.6", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void a_list_without_end_is_not_followed() {
        String[] hops = new String[400];
        Arrays.fill(hops, "127.0.0.1");
        hops[0] = "6.6.6.6";

        assertThat(seen(trusting("127.0.0.1"), String.join(",", List.of(hops)))).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0", "::/129", "/8", "1"})
    void what_is_no_address_or_range_is_a_mistake_of_the_host(String proxy) {
        assertThatThrownBy(() -> TrustedProxies.of(proxy)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_range_counts_bits_not_bytes() {
        assertThat(seen(trusting("127.0.0.0/31", "10.8.0.0/13"), "10.16.0.1, 10.15.255.255"))
                .isEqualTo("10.16.0.1");
        assertThat(seen(trusting("0.0.0.0/0"), "6.6.6.6")).isEqualTo("6.6.6.6");
        assertThat(seen(trusting("::/0"), "6.6.6.6")).isEqualTo("127.0.0.1");
    }
}

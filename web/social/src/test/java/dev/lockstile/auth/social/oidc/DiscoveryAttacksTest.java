package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OI5: a provider that misbehaves costs little, learns nothing and sends us nowhere. */
final class DiscoveryAttacksTest extends ProviderTest {

    private final CountDownLatch over = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "/", "http://127.0.0.1", ""})
    void a_document_of_another_issuer_is_refused(String issuer) {
        site.metadata("issuer", issuer.startsWith("/") ? site.issuer() + issuer : issuer);
        assertUnavailable("another issuer");
        assertThat(site.requests("/keys")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"})
    void every_endpoint_is_https(String endpoint) {
        for (Object bad : new Object[] {
            "http://idp.example/x",
            "file:///etc/passwd",
            "ftp://idp.example/",
            "//x",
            "",
            1,
            "https://user:pass@idp.example/",
            "https://idp.example/#x",
            "https:///x",
            "jar:https://x!/y"
        }) {
            Map<String, Object> document = site.discovery();
            document.put(endpoint, bad);
            assertThatExceptionOfType(SocialUnavailableException.class)
                    .isThrownBy(() ->
                            ProviderMetadata.read(new Json(document), site.issuer(), new AddressRule(true, false)))
                    .withMessageContaining(endpoint);
        }
    }

    @Test
    void ten_megabytes_are_not_read() {
        site.answer(DISCOVERY, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            pour(exchange, 10 << 20);
        });
        assertUnavailable("failed: IOException");
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_given_up() {
        site.answer(DISCOVERY, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody());
        });
        assertUnavailable("within 5 s");
    }

    @Test
    void headers_that_come_byte_by_byte_are_given_up() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread slow = new Thread(() -> dripHeaders(listener));
            slow.setDaemon(true);
            slow.start();
            SocialProvider dripping =
                    SocialProviders.openId("slow", "http://127.0.0.1:" + listener.getLocalPort(), client());
            String issuer = "http://127.0.0.1:" + listener.getLocalPort();
            SocialProof proof = new SocialProof.IdToken(
                    Secret.of(token().claim("iss", issuer).sign()), NONCE);
            assertThatExceptionOfType(SocialUnavailableException.class)
                    .isThrownBy(() -> dripping.verify(proof))
                    .withMessageContaining("within 5 s");
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void no_redirect_is_followed(int status) {
        try (MockOpenIdProvider canary = MockOpenIdProvider.start()) {
            site.answer(DISCOVERY, exchange -> redirect(exchange, status, canary.issuer() + DISCOVERY));
            assertUnavailable("answered " + status);
            assertThat(canary.requests(DISCOVERY)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/keys", "/token"})
    void a_redirect_of_another_endpoint_is_none_either(String path) {
        try (MockOpenIdProvider canary = MockOpenIdProvider.start()) {
            site.answer(path, exchange -> redirect(exchange, 307, canary.issuer() + path));
            assertThatExceptionOfType(SocialUnavailableException.class)
                    .isThrownBy(() -> provider.verify(
                            "/keys".equals(path)
                                    ? new SocialProof.IdToken(Secret.of(token().sign()), NONCE)
                                    : new SocialProof.Code(
                                            Secret.of("code"), REDIRECT, Secret.of(VERIFIER), CLIENT, NONCE, null)));
            assertThat(canary.requests(path)).isZero();
        }
    }

    @Test
    void without_the_loosening_this_machine_is_never_called() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ProviderHttp strict = new ProviderHttp(new AddressRule(false, true));
            for (String host :
                    new String[] {"127.0.0.1", "localhost", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"}) {
                URI uri = URI.create("https://" + host + ":" + listener.getLocalPort() + "/");
                assertThatExceptionOfType(SocialUnavailableException.class)
                        .as(host)
                        .isThrownBy(() -> strict.get(uri));
            }
            listener.setSoTimeout(1);
            assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(listener::accept);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://172.20.0.1/",
                "https://100.64.0.1/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://0.0.0.0/",
                "https://[::ffff:10.0.0.1]/",
                "http://169.254.169.254/",
                "http://10.0.0.1/"
            })
    void with_the_loosening_for_this_machine_the_network_around_it_is_still_closed(String address) {
        ProviderHttp loose = new ProviderHttp(new AddressRule(true, false));
        assertThatExceptionOfType(SocialUnavailableException.class)
                .isThrownBy(() -> loose.get(URI.create(address)))
                .withMessageNotContaining("within");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "<html>", "{\"issuer\":", "{}"})
    void an_answer_that_is_no_document_is_unavailable(String body) {
        site.answer(DISCOVERY, 200, body);
        assertUnavailable("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"
            })
    void an_answer_that_is_no_key_set_is_unavailable(String body) {
        site.answer("/keys", 200, body);
        assertUnavailable("");
    }

    @Test
    void deep_nesting_is_unavailable_not_a_stack_overflow() {
        site.answer(DISCOVERY, 200, "{\"a\":".repeat(100_000));
        assertUnavailable("");
    }

    @Test
    void additional_members_of_the_document_change_nothing() throws Exception {
        site.answer(
                DISCOVERY, 200, JSONObjectUtils.toJSONString(site.discovery()).replaceFirst("\\{", "{\"new\":[{}],"));
        assertThat(proven(token().sign()).subject()).isEqualTo("sub-1");
    }

    private void assertUnavailable(String why) {
        try {
            assertThatExceptionOfType(SocialUnavailableException.class)
                    .isThrownBy(() -> verify(token().sign()))
                    .withMessageContaining(why);
        } finally {
            over.countDown();
        }
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void pour(HttpExchange exchange, int bytes) throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < bytes; sent += spaces.length) {
            exchange.getResponseBody().write(spaces);
        }
    }

    private void drip(OutputStream out) throws IOException {
        try {
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dripHeaders(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            drip(socket.getOutputStream());
        } catch (IOException e) {
            over.countDown(); // the other side has given up
        }
    }
}

package dev.lockstile.auth.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider on a free port of this machine, for tests without the network: discovery, keys, authorization
 * endpoint (with PKCE, and without a question), token endpoint, UserInfo, and ID tokens as a native app would bring
 * them (ES256). Answers on any path can be replaced, to see what a provider that misbehaves can do.
 *
 * <p>A client of it needs the loosening for plain http on this machine.
 */
public final class MockOpenIdProvider implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(MockOpenIdProvider::daemon);
    private final Map<String, HttpHandler> replaced = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Map<String, Object> metadata = new ConcurrentHashMap<>();
    private final AtomicInteger events = new AtomicInteger();
    private final MockEndpoints endpoints = new MockEndpoints(this);
    private volatile MockKeys keys = MockKeys.generate();
    private volatile Map<String, Object> person = Map.of();
    private volatile Clock clock = Clock.systemUTC();

    private MockOpenIdProvider(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it on a free port of the loopback interface.
     *
     * @return the running provider; to be closed by the test
     */
    public static MockOpenIdProvider start() {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
            MockOpenIdProvider provider = new MockOpenIdProvider(HttpServer.create(address, 0));
            provider.server.setExecutor(provider.threads);
            provider.server.createContext("/", provider::serve);
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its issuer: an address of plain http with a port} */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Knows a client with that secret; other clients are public.
     *
     * @param clientId whose token requests need the secret
     * @param secret in clear
     * @return this provider
     */
    public MockOpenIdProvider client(String clientId, String secret) {
        secrets.put(clientId, secret);
        return this;
    }

    /**
     * Issues tokens at the time of that clock, as that of a test kit, instead of the system's.
     *
     * @param newClock read at each token
     * @return this provider
     */
    public MockOpenIdProvider clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Adds to or changes the discovery document.
     *
     * @param name of the member
     * @param value as it is in JSON
     * @return this provider
     */
    public MockOpenIdProvider metadata(String name, Object value) {
        metadata.put(name, value);
        return this;
    }

    /**
     * The person who sits at the browser: the authorization endpoint signs them in and sends back at once. Without one
     * it answers {@code access_denied}.
     *
     * @param subject the person's key
     * @param claims such as {@code email}, {@code email_verified}, {@code name}
     * @return this provider
     */
    public MockOpenIdProvider signsIn(String subject, Map<String, ?> claims) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put("sub", subject);
        person = all;
        return this;
    }

    /**
     * {@return an ID token for a client, valid for five minutes, of a user who has just typed a password; to be
     * changed as a test wants it}
     *
     * @param clientId the {@code aud}
     * @param subject the {@code sub} of the person
     */
    public MockIdToken idToken(String clientId, String subject) {
        return new MockIdToken(keys, issuer(), clientId, subject)
                .issuedAt(clock.instant())
                .authenticatedAt(clock.instant());
    }

    /**
     * {@return a security event token for a client (RFC 8417), to be changed as a test wants it}
     *
     * @param clientId the {@code aud}
     * @param event such as {@code risc/event-type/account-disabled}, or a whole URI
     * @param subject the {@code sub} of the person
     */
    public MockEventToken securityEvent(String clientId, String event, String subject) {
        return MockEventToken.securityEvent(keys, frame(clientId), event, subject);
    }

    /**
     * {@return a notification as Apple sends them}
     *
     * @param clientId the {@code aud}
     * @param type such as {@code consent-revoked}
     * @param subject the {@code sub} of the person
     */
    public MockEventToken notification(String clientId, String type, String subject) {
        return MockEventToken.notification(keys, frame(clientId), type, subject);
    }

    /**
     * {@return a logout token (OpenID Connect Back-Channel Logout 1.0)}
     *
     * @param clientId the {@code aud}
     * @param subject the {@code sub} of the person
     */
    public MockEventToken logoutToken(String clientId, String subject) {
        return MockEventToken.logout(keys, frame(clientId), subject);
    }

    private MockEventToken.Frame frame(String clientId) {
        return new MockEventToken.Frame(issuer(), clientId, clock.instant(), "event-" + events.incrementAndGet());
    }

    /**
     * Signs with a new key from now on, and publishes that one only.
     *
     * @return this provider
     */
    public MockOpenIdProvider rotateKeys() {
        keys = MockKeys.generate();
        return this;
    }

    /**
     * Answers so on that path, instead of what belongs there.
     *
     * @param path from its slash on
     * @param status of HTTP
     * @param json the body, of type {@code application/json}
     * @return this provider
     */
    public MockOpenIdProvider answer(String path, int status, String json) {
        return answer(path, exchange -> MockEndpoints.send(exchange, status, "application/json", json));
    }

    /**
     * Answers in any way on that path, instead of what belongs there.
     *
     * @param path from its slash on
     * @param handler answers
     * @return this provider
     */
    public MockOpenIdProvider answer(String path, HttpHandler handler) {
        replaced.put(path, handler);
        return this;
    }

    /**
     * Answers on that path as it should again.
     *
     * @param path from its slash on
     * @return this provider
     */
    public MockOpenIdProvider mend(String path) {
        replaced.remove(path);
        return this;
    }

    /**
     * {@return how many requests came for that path}
     *
     * @param path from its slash on
     */
    public int requests(String path) {
        AtomicInteger count = requests.get(path);
        return count == null ? 0 : count.get();
    }

    /** {@return its key set, as it publishes it} */
    public String keySet() {
        return keys.published();
    }

    /** {@return its discovery document} */
    public Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("userinfo_endpoint", issuer() + "/userinfo");
        document.put("jwks_uri", issuer() + "/keys");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("ES256"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("authorization_response_iss_parameter_supported", true);
        document.putAll(metadata);
        return document;
    }

    /** The claims of the user who signs in; empty without one. */
    Map<String, Object> person() {
        return person;
    }

    /** The secret of a client; null for a public one. */
    @Nullable
    String secret(String clientId) {
        return secrets.get(clientId);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            replaced.getOrDefault(path, endpoints).handle(exchange);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mock-openid-provider");
        thread.setDaemon(true);
        return thread;
    }

    /** The paths that were asked for, for a test that fails. */
    @Override
    public String toString() {
        return "MockOpenIdProvider" + new ArrayList<>(requests.keySet());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

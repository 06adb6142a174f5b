package dev.lockstile.auth.testkit.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockstile.auth.social.SocialEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the {@link MockOpenIdProvider} tells of an account, before it is signed and sent. */
public final class MockEventToken {

    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final String SITE = "https://schemas.openid.net/secevent/";
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private final MockKeys keys;
    private final SocialEvent.Delivery delivery;
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private @Nullable String type;

    private MockEventToken(MockKeys keys, SocialEvent.Delivery delivery) {
        this.keys = keys;
        this.delivery = delivery;
    }

    private static MockEventToken of(MockKeys keys, SocialEvent.Delivery delivery, Frame frame) {
        MockEventToken token = new MockEventToken(keys, delivery);
        token.claim("iss", frame.issuer()).claim("aud", frame.clientId());
        return token.claim("iat", frame.now().getEpochSecond()).claim("jti", frame.id());
    }

    /** What every event has. */
    record Frame(String issuer, String clientId, Instant now, String id) {}

    static MockEventToken securityEvent(MockKeys keys, Frame frame, String event, String subject) {
        Map<String, Object> named = Map.of("format", "iss_sub", "iss", frame.issuer(), "sub", subject);
        return of(keys, SocialEvent.Delivery.SECURITY_EVENT, frame)
                .claim("events", Map.of(event.startsWith("https:") ? event : SITE + event, Map.of("subject", named)))
                .type("secevent+jwt");
    }

    static MockEventToken notification(MockKeys keys, Frame frame, String type, String subject) {
        Map<String, Object> event =
                Map.of("type", type, "sub", subject, "event_time", frame.now().toEpochMilli());
        return of(keys, SocialEvent.Delivery.NOTIFICATION, frame)
                .claim("exp", frame.now().plus(Duration.ofDays(1)).getEpochSecond())
                .claim("events", JSONObjectUtils.toJSONString(event));
    }

    static MockEventToken logout(MockKeys keys, Frame frame, String subject) {
        return of(keys, SocialEvent.Delivery.LOGOUT, frame)
                .claim("exp", frame.now().plus(LIFETIME).getEpochSecond())
                .claim("sub", subject)
                .claim("events", Map.of(LOGOUT, Map.of()))
                .type("logout+jwt");
    }

    /**
     * Sets any other claim; null takes it out.
     *
     * @param name of the claim
     * @param value as it is in JSON
     * @return this token
     */
    public MockEventToken claim(String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return this;
    }

    /**
     * Sets another {@code typ}; null for none.
     *
     * @param newType of the header
     * @return this token
     */
    public MockEventToken type(@Nullable String newType) {
        type = newType;
        return this;
    }

    /** {@return the claims as they stand} */
    public Map<String, Object> claims() {
        return new LinkedHashMap<>(claims);
    }

    /** {@return the token as text} */
    public String sign() {
        return keys.sign(claims, type);
    }

    /**
     * Signs and sends it, as a provider sends tokens of its form.
     *
     * @param endpoint where the host takes events of that form
     * @return what the host answered
     */
    public HttpResponse<String> sendTo(URI endpoint) {
        return send(delivery, sign(), endpoint);
    }

    /**
     * Sends any text as a token of that form.
     *
     * @param delivery the form
     * @param token what is sent, a token or not
     * @param endpoint where the host takes events of that form
     * @return what the host answered
     */
    public static HttpResponse<String> send(SocialEvent.Delivery delivery, String token, URI endpoint) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", contentType(delivery))
                .POST(HttpRequest.BodyPublishers.ofString(body(delivery, token)))
                .build();
        try {
            return AuthClient.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String contentType(SocialEvent.Delivery delivery) {
        return switch (delivery) {
            case SECURITY_EVENT -> "application/secevent+jwt";
            case NOTIFICATION -> "application/json";
            case LOGOUT -> "application/x-www-form-urlencoded";
        };
    }

    private static String body(SocialEvent.Delivery delivery, String token) {
        return switch (delivery) {
            case SECURITY_EVENT -> token;
            case NOTIFICATION -> JSONObjectUtils.toJSONString(Map.of("payload", token));
            case LOGOUT -> "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        };
    }
}

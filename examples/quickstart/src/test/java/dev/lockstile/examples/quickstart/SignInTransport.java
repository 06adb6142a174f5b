package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.testkit.http.AuthClient;
import java.util.Map;

/** How a client keeps its tokens. */
enum SignInTransport {
    /** A browser whose script keeps them. */
    BODY,
    /** A browser that keeps them in cookies. */
    COOKIE,
    /** A telephone, which names its device. */
    MOBILE;

    /** The client, and the browser that it is. */
    AuthClient as(AuthClient plain, String cookies) {
        AuthClient client = this == COOKIE ? plain.with("X-Token-Transport", "cookie") : plain;
        return cookies.isEmpty() ? client : client.with("Cookie", cookies);
    }

    /** The client with the tokens of a session. */
    AuthClient as(AuthClient plain, String cookies, SignInTokens tokens) {
        if (this != COOKIE) {
            return as(plain, cookies).bearing(tokens.access());
        }
        String all = cookies.isEmpty() ? tokens.asCookies() : tokens.asCookies() + "; " + cookies;
        return as(plain, all).with("X-CSRF-Token", tokens.csrf());
    }

    /** The body with what a sign-in says of its client. */
    Map<String, Object> said(Map<String, Object> body) {
        body.put("client", this == MOBILE ? "mobile" : "web");
        if (this == MOBILE) {
            body.put("device", Map.of("platform", "ios", "name", "phone", "token", "d-1", "notification_token", "p-1"));
        }
        return body;
    }
}

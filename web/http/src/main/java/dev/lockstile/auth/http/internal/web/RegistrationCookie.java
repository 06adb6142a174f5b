package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.secret.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a registration in the browser that registered, out of reach of scripts and of other sites, as the
 * tokens are. It opens nothing by itself: it says, together with the link of the mail, that the password of that one
 * registration may stay. So it needs no CSRF token: a page that makes a browser confirm has to know the link.
 */
public final class RegistrationCookie {

    static final String NAME = "__Host-registration";

    /** The longest life of the link that it is shown with. */
    private static final Duration LIFE = Duration.ofHours(24);

    private RegistrationCookie() {}

    /**
     * The answer with the secret in its cookie instead of the body. Not for a request that another site began: that one
     * would leave the secret of its own registration with the owner of the address.
     */
    public static Answer in(Answer answer, HttpServletRequest request, Secret secret) {
        JsonObject told = new JsonObject();
        if (answer.body() instanceof JsonObject body) {
            body.members().forEach((name, value) -> {
                if (!name.equals("registration")) {
                    told.with(name, value);
                }
            });
        }
        Answer without = answer.body(told);
        return CookieTransport.isCrossSite(request)
                ? without
                : without.cookie(CookieTransport.cookie(NAME, secret.reveal(), true) + "; Max-Age=" + LIFE.toSeconds());
    }

    static @Nullable Secret of(HttpServletRequest request) {
        String value = CookieTransport.value(request, NAME);
        return value == null || CookieTransport.isCrossSite(request) ? null : Secret.of(value);
    }

    static Answer cleared(Answer answer) {
        return answer.cookie(CookieTransport.clearing(NAME));
    }
}

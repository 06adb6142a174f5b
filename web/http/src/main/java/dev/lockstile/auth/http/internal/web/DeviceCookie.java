package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The token by which a client shows that its user signed in on it before (OWASP, device cookies): of browsers that ask
 * for cookies in one that no script reads and a logout leaves, of all others in the body and a header. It opens
 * nothing, so a request needs no CSRF token to show it.
 */
final class DeviceCookie {

    /** The header of clients without cookies; goes before the cookie. */
    static final String HEADER = "X-Trusted-Device";

    /** What the host's check for people looks at. */
    static final String PROOF = "X-Human-Check";

    static final String COOKIE = "__Host-device";

    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;
    private static final int MAX_LENGTH = 1024;
    private static final int PROOF_MAX = 4096;

    private DeviceCookie() {}

    static ClientEvidence shown(HttpServletRequest request, boolean cookies) {
        String shown = request.getHeader(HEADER);
        Secret device = secret(shown != null || !cookies ? shown : CookieTransport.value(request, COOKIE));
        return new ClientEvidence(device, proof(request.getHeader(PROOF)));
    }

    private static @Nullable String proof(@Nullable String shown) {
        return shown == null || shown.isEmpty() || shown.length() > PROOF_MAX ? null : shown;
    }

    private static @Nullable Secret secret(@Nullable String token) {
        return token == null || token.isEmpty() || token.length() > MAX_LENGTH ? null : Secret.of(token);
    }

    /** The answer with the token in the cookie and not in the body. */
    static Answer kept(Answer answer, Secret device) {
        Answer with = answer.cookie(
                COOKIE + "=" + device.reveal() + "; Path=/; Secure; SameSite=Strict; HttpOnly; Max-Age=" + THIRTY_DAYS);
        if (!(answer.body() instanceof JsonObject body)) {
            return with;
        }
        JsonObject told = new JsonObject();
        body.members().forEach((name, value) -> {
            if (!name.equals(AccountPayload.TRUSTED_DEVICE)) {
                told.with(name, value);
            }
        });
        return with.body(told);
    }
}

package dev.lockstile.examples.quickstart.pages;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The token in every form: signed with the application's key, bound to a random cookie of the browser and to the session
 * that is signed in, so that a form of another site, of another browser and from before the sign-in changes nothing
 * (OWASP: signed double submit). No state is kept for it.
 */
final class Csrf {

    static final String FIELD = "csrf";

    private static final String COOKIE = "visit";
    private static final int VISIT_BYTES = 18;

    private final byte[] key;
    private final SecureRandom random;

    /** @param applicationKey shared by all nodes; what signs forms is derived from it */
    Csrf(Secret applicationKey, SecureRandom random) {
        this.key = mac(applicationKey.utf8(), "quickstart/pages/forms");
        this.random = random;
    }

    /** The token for the forms of this page; marks the browser when it bears no mark yet. */
    String token(Cookies cookies, @Nullable Caller caller) {
        String visit = cookies.get(COOKIE);
        return sign(visit == null ? renew(cookies) : visit, caller);
    }

    boolean holds(Cookies cookies, @Nullable Caller caller, @Nullable String shown) {
        String visit = cookies.get(COOKIE);
        return visit != null
                && shown != null
                && MessageDigest.isEqual(
                        sign(visit, caller).getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** A new mark: what was rendered before is worth nothing. */
    String renew(Cookies cookies) {
        byte[] bytes = new byte[VISIT_BYTES];
        random.nextBytes(bytes);
        String visit = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        cookies.set(COOKIE, visit);
        return visit;
    }

    private String sign(String visit, @Nullable Caller caller) {
        String session = caller == null ? "" : caller.session().toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, visit + "/" + session));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

package dev.lockstile.auth.token;

import org.jspecify.annotations.Nullable;

/**
 * The tokens in the forms of a host's pages: a form of another site, of another browser and from before the sign-in
 * changes nothing (OWASP: signed double submit; ASVS 3.5.1). Nothing is stored for them, and all nodes that share the
 * digest key accept each other's. Safe for any number of threads.
 */
public interface FormTokens {

    /**
     * {@return a new random mark for a browser, 144 bits in base64url; it belongs in a cookie that scripts cannot read}
     */
    String newMark();

    /**
     * {@return the token of the forms shown to the browser of that mark}
     *
     * @param mark as the browser's cookie holds it
     * @param caller the signed-in caller; null for none
     */
    String token(String mark, @Nullable Caller caller);

    /**
     * {@return true when it is the token for that mark and caller} Compared in constant time.
     *
     * @param mark as the browser's cookie holds it
     * @param caller the signed-in caller; null for none
     * @param shown as the form brought it; any text
     */
    boolean matches(String mark, @Nullable Caller caller, String shown);
}

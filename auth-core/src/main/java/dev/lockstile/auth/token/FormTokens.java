package dev.lockstile.auth.token;

import org.jspecify.annotations.Nullable;

/**
 * CSRF tokens for the forms of a host's pages: forms from another site, another browser or from before the sign-in are
 * refused (OWASP: signed double submit; ASVS 3.5.1). Tokens are not stored; all nodes with the same digest key accept
 * each other's. Safe for use by many threads.
 */
public interface FormTokens {

    /** {@return a new random id for a browser, 144 bits in base64url; keep it in a cookie with {@code HttpOnly}} */
    String newMark();

    /**
     * {@return the token for forms shown to the browser with that id}
     *
     * @param mark the browser's id from its cookie
     * @param caller the signed-in caller; null for none
     */
    String token(String mark, @Nullable Caller caller);

    /**
     * {@return true when the text is the token for that browser and caller} Compared in constant time.
     *
     * @param mark the browser's id from its cookie
     * @param caller the signed-in caller; null for none
     * @param shown the token from the form; any text
     */
    boolean matches(String mark, @Nullable Caller caller, String shown);
}

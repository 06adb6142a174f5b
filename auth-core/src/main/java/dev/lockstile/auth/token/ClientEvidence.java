package dev.lockstile.auth.token;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a client presents in addition to the request itself. All of it is optional. None of it signs in, and forged
 * values have no effect.
 *
 * @param trustedDevice the token that an earlier sign-in to the same account gave this client
 *     ({@link SignIn#trustedDevice()}): failed attempts are then counted for this device, separately from those of
 *     unknown clients (OWASP, device cookies)
 * @param humanProof the answer for the host's {@link dev.lockstile.auth.throttle.HumanCheck}, such as that of a
 *     CAPTCHA
 * @param trustedBrowser the token that a browser received when its user chose to trust it, so that the second
 *     factor is not required there for a time ({@link SignIn.Extras#trustedBrowser()})
 * @param form a secret of the browser that sent a form, such as the mark of {@link FormTokens}; null for a client
 *     without forms. If the form is sent again within ten seconds, for instance by a double click, the second request
 *     gets the session or the second-factor challenge of the first
 * @param browser the name of the browser ({@link BrowserName}), shown in messages that it requests; null for none
 */
public record ClientEvidence(
        @Nullable Secret trustedDevice,
        @Nullable String humanProof,
        @Nullable Secret trustedBrowser,
        @Nullable Secret form,
        @Nullable String browser) {

    /** No evidence. */
    public static final ClientEvidence NONE = new ClientEvidence(null, null, null, null, null);

    /**
     * Creates evidence of a trusted device only.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client
     *     ({@link SignIn#trustedDevice()}): failed attempts are then counted for this device, separately from those of
     *     unknown clients (OWASP, device cookies)
     */
    public ClientEvidence(@Nullable Secret trustedDevice) {
        this(trustedDevice, null, null, null, null);
    }

    /**
     * Creates evidence of a trusted device and of a human check.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client
     *     ({@link SignIn#trustedDevice()}): failed attempts are then counted for this device, separately from those of
     *     unknown clients (OWASP, device cookies)
     * @param humanProof the answer for the host's {@link dev.lockstile.auth.throttle.HumanCheck}, such as that of a
     *     CAPTCHA
     */
    public ClientEvidence(@Nullable Secret trustedDevice, @Nullable String humanProof) {
        this(trustedDevice, humanProof, null, null, null);
    }

    /**
     * Creates evidence of a client without forms.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client
     * @param humanProof the answer for the host's {@link dev.lockstile.auth.throttle.HumanCheck}, such as that of a
     *     CAPTCHA
     * @param trustedBrowser the token that a browser received when its user chose to trust it
     */
    public ClientEvidence(
            @Nullable Secret trustedDevice, @Nullable String humanProof, @Nullable Secret trustedBrowser) {
        this(trustedDevice, humanProof, trustedBrowser, null, null);
    }

    /**
     * {@return a copy with the secret of a browser that sent a form}
     *
     * @param newForm 128 random bits or more
     */
    public ClientEvidence withForm(Secret newForm) {
        return new ClientEvidence(trustedDevice, humanProof, trustedBrowser, newForm, browser);
    }

    /**
     * {@return a copy with the name of the browser}
     *
     * @param words for instance of {@link BrowserName}; null for an unknown browser
     */
    public ClientEvidence withBrowser(@Nullable String words) {
        return new ClientEvidence(trustedDevice, humanProof, trustedBrowser, form, words);
    }

    @Override
    public String toString() {
        return "ClientEvidence[hidden]";
    }
}

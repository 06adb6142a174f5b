package dev.lockstile.auth.token;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows beside the request itself. All of it is optional, opens nothing, and is worth nothing when it is
 * made up.
 *
 * @param trustedDevice the token that an earlier sign-in to the same account gave this client
 *     ({@link SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers
 *     (OWASP, device cookies)
 * @param humanProof what the host's {@link dev.lockstile.auth.throttle.HumanCheck} looks at, such as a captcha's answer
 * @param trustedBrowser what a browser got when its user chose to leave the second factor out there for a while
 *     ({@link SignIn.Extras#trustedBrowser()})
 * @param form a secret of the browser that sent a form, such as the mark of {@link FormTokens}: of a form that is sent
 *     twice within ten seconds, as a double click does, the second one is answered with the session, or the wait for a
 *     second factor, of the first one. Null for a client without forms
 * @param browser words for the browser ({@link BrowserName}), told in messages that it asks for; null for none
 */
public record ClientEvidence(
        @Nullable Secret trustedDevice,
        @Nullable String humanProof,
        @Nullable Secret trustedBrowser,
        @Nullable Secret form,
        @Nullable String browser) {

    /** Nothing is shown. */
    public static final ClientEvidence NONE = new ClientEvidence(null, null, null, null, null);

    /**
     * A device without more.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client ({@link
     *     SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers (OWASP,
     *     device cookies)
     */
    public ClientEvidence(@Nullable Secret trustedDevice) {
        this(trustedDevice, null, null, null, null);
    }

    /**
     * A device, and what a check for people looks at.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client ({@link
     *     SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers (OWASP,
     *     device cookies)
     * @param humanProof what the host's {@link dev.lockstile.auth.throttle.HumanCheck} looks at, such as a captcha's
     *     answer
     */
    public ClientEvidence(@Nullable Secret trustedDevice, @Nullable String humanProof) {
        this(trustedDevice, humanProof, null, null, null);
    }

    /**
     * A client that sends no form.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client
     * @param humanProof what the host's {@link dev.lockstile.auth.throttle.HumanCheck} looks at, such as a captcha's
     *     answer
     * @param trustedBrowser what a browser got when its user chose to leave the second factor out there for a while
     */
    public ClientEvidence(
            @Nullable Secret trustedDevice, @Nullable String humanProof, @Nullable Secret trustedBrowser) {
        this(trustedDevice, humanProof, trustedBrowser, null, null);
    }

    /**
     * {@return a copy with a form}
     *
     * @param newForm a secret of the browser that sent it, of 128 random bits or more
     */
    public ClientEvidence withForm(Secret newForm) {
        return new ClientEvidence(trustedDevice, humanProof, trustedBrowser, newForm, browser);
    }

    /**
     * {@return the same from this browser}
     *
     * @param words such as {@link BrowserName} finds; null for one that is not known
     */
    public ClientEvidence withBrowser(@Nullable String words) {
        return new ClientEvidence(trustedDevice, humanProof, trustedBrowser, form, words);
    }

    @Override
    public String toString() {
        return "ClientEvidence[hidden]";
    }
}

package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one request and its answer: tokens, where the host allows them there and the browser asks for it, and
 * what ties a step of a sign-in or a registration to the browser that began it.
 */
public record ExchangeCookies(HttpServletRequest request, HttpSettings settings) {

    /** The answer that sends a browser to another site: what it shows when it comes back. */
    public Answer sentAway(Answer answer, Secret browser) {
        return SocialCookie.kept(answer, browser);
    }

    /** What a browser shows that was sent to another site; null where it shows nothing. */
    public @Nullable Secret awayCookie() {
        return SocialCookie.of(request);
    }

    /** The answer that takes that away. */
    public Answer backAgain(Answer answer) {
        return SocialCookie.cleared(answer);
    }

    /** The answer to a sign-in: its tokens in cookies where cookies are allowed and the browser asks for them. */
    public Answer signedIn(Answer answer, ClientKind client, SignIn in) {
        return wantsCookies(client) ? inCookies(answer, in) : answer;
    }

    private boolean wantsCookies(ClientKind client) {
        return settings.cookies() && client == ClientKind.WEB && CookieTransport.isWanted(request);
    }

    private static Answer inCookies(Answer answer, SignIn in) {
        Answer with = CookieTransport.inCookies(answer, in.tokens());
        Secret device = in.trustedDevice();
        return device == null ? with : DeviceCookie.kept(with, device);
    }

    /**
     * The answer with new tokens for a caller: what came in cookies goes back in cookies, whatever a script asks for.
     */
    public Answer switched(Answer answer, ClientKind client, SignIn in) {
        if (!in.tokens().hasRefresh()) {
            return renewed(answer, in.tokens().access());
        }
        return isByCookie() ? inCookies(answer, in) : signedIn(answer, client, in);
    }

    /** The answer to a reset: what the client shows at its next sign-in. */
    public Answer reset(Answer answer, @Nullable Secret device) {
        if (device == null || !(answer.body() instanceof JsonObject body)) {
            return answer;
        }
        return wantsCookies(ClientKind.WEB)
                ? DeviceCookie.kept(answer, device)
                : answer.body(body.with(AccountPayload.TRUSTED_DEVICE, device.reveal()));
    }

    /** The answer to a sign-in in a browser that need not show the second factor from now on. */
    public Answer trusting(Answer answer, @Nullable Secret trustedBrowser) {
        return trustedBrowser == null ? answer : TrustedBrowserCookie.kept(answer, trustedBrowser);
    }

    /** The answer that takes that away from the browser. */
    public Answer trustingNoMore(Answer answer) {
        return TrustedBrowserCookie.of(request) == null ? answer : TrustedBrowserCookie.cleared(answer);
    }

    /** The request for a sign-in link that this browser made; null where it made none. */
    public @Nullable String loginLinkCookie() {
        return LoginLinkCookie.of(request);
    }

    /** The answer to a request for a sign-in link, which the browser keeps. */
    public Answer linkSent(Answer answer, String requestId, Duration life) {
        return LoginLinkCookie.kept(answer, request, requestId, life);
    }

    /** The answer to a sign-in by link; the cookie has done its work. */
    public Answer linkUsed(Answer answer) {
        return LoginLinkCookie.of(request) == null ? answer : LoginLinkCookie.cleared(answer);
    }

    /** The answer to a registration: its secret in a cookie where cookies are allowed and the browser asks for them. */
    public Answer registered(Answer answer, Secret secret) {
        boolean wanted = settings.cookies() && CookieTransport.isWanted(request);
        return wanted ? RegistrationCookie.in(answer, request, secret) : answer;
    }

    /** The secret of a registration by this browser; null where no cookie holds one. */
    public @Nullable Secret registrationCookie() {
        return settings.cookies() ? RegistrationCookie.of(request) : null;
    }

    /** The answer to a confirmation; the cookie of the registration has done its work. */
    public Answer confirmed(Answer answer) {
        return registrationCookie() == null ? answer : RegistrationCookie.cleared(answer);
    }

    /** The refresh token of a cookie; null where none came. */
    public @Nullable Secret refreshCookie() {
        return settings.cookies() ? CookieTransport.refresh(request) : null;
    }

    /** The answer with these tokens in cookies: to a refresh by cookie, and where the path itself asks for cookies. */
    public Answer refreshed(Answer answer, TokenPair pair) {
        return CookieTransport.inCookies(answer, pair);
    }

    /** The answer with the new access token in its cookie, where the old one came in a cookie. */
    public Answer renewed(Answer answer, Secret access) {
        return isByCookie() ? CookieTransport.withAccess(answer, access) : answer;
    }

    /** The answer that takes the cookies away, where there are any. */
    public Answer ended(Answer answer) {
        return settings.cookies() && CookieTransport.hasAny(request) ? CookieTransport.cleared(answer) : answer;
    }

    /** As the caller was found: a header goes before a cookie. */
    private boolean isByCookie() {
        return hasCookie() && request.getHeader("Authorization") == null;
    }

    boolean hasCookie() {
        return settings.cookies() && CookieTransport.hasAccess(request);
    }
}

package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as the endpoints see it. Each part is read when it is asked for: who is not let in has no body read.
 *
 * @param intake where what the endpoint asks for comes from
 * @param variable the part of the path that names a thing; empty where the path has none
 * @param texts in the client's language
 */
public record Exchange(
        HttpServletRequest request, RequestInput intake, String variable, Texts texts, HttpSettings settings) {

    private static final int LABEL_MAX = 120;

    /** Who calls; refuses the request when no valid access token says so. */
    public Caller caller(Sessions sessions) {
        return intake.caller(sessions);
    }

    /** The caller, where the token is valid now; else null. */
    public @Nullable Caller callerIfAny(Sessions sessions) {
        boolean shown = request.getHeader("Authorization") != null || hasCookie();
        try {
            return shown ? intake.caller(sessions) : null;
        } catch (RefusalException e) {
            return null; // a token that has run out makes no caller
        }
    }

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

    /** The fields of a form that a browser sent from another site. */
    public Query sentForm() {
        return sentForm(Body.LIMIT);
    }

    /** The same of another site itself, with a limit of its own. */
    public Query sentForm(int maxBytes) {
        return new Query(Body.form(request, maxBytes));
    }

    /** True where the body is announced as a security event token. */
    public boolean bringsSecurityEvent() {
        return Body.isSecurityEvent(request.getContentType());
    }

    /** The security event token that the body is (RFC 8935 2.1). */
    public String securityEvent(int maxBytes) {
        return Body.securityEvent(request, maxBytes);
    }

    /** The body's fields; refuses the request when it is no JSON object in UTF-8 within the limit. */
    public Form form() {
        return form(Body.LIMIT);
    }

    /** The same with a limit of its own. */
    public Form form(int maxBytes) {
        return intake.form(maxBytes);
    }

    /** A header; null when it is not there. */
    public @Nullable String header(String name) {
        return intake.header(name);
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

    /** What the client shows beside the request: in a header, or a browser in its cookie. */
    public ClientEvidence evidence() {
        ClientEvidence shown = DeviceCookie.shown(request, settings.cookies());
        return new ClientEvidence(shown.trustedDevice(), shown.humanProof(), TrustedBrowserCookie.of(request))
                .withBrowser(BrowserName.of(request.getHeader("User-Agent")));
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

    /** The tokens that the request shows, good or not: that of the header, else those of the cookies. */
    public List<Secret> tokens() {
        if (request.getHeader("Authorization") != null) {
            return Bearer.token(request).map(Secret::of).stream().toList();
        }
        return settings.cookies() ? CookieTransport.tokens(request) : List.of();
    }

    /** The member {@code refresh} of a body in JSON; null where there is none. */
    public @Nullable Secret refreshInBody() {
        boolean comes = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return comes && Body.isJson(request.getContentType()) ? form().optionalSecret("refresh") : null;
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

    private boolean hasCookie() {
        return settings.cookies() && CookieTransport.hasAccess(request);
    }

    public Query query() {
        return intake.query();
    }

    /** The client's address as the host tells it. */
    public @Nullable String address() {
        return settings.address().of(request);
    }

    /** The language that the client prefers as a BCP 47 tag; null when it names none. */
    public @Nullable String language() {
        return AnswerTexts.preferred(request.getHeader("Accept-Language"));
    }

    /** Where the request comes from, for a sign-in. */
    public ClientInfo client(ClientFields fields) {
        String label = label(request.getHeader("User-Agent"));
        return new ClientInfo(fields.kind(), fields.device(), address(), label, evidence());
    }

    /** A short printable name of the client; its owner will read it, so nothing may hide or reorder text. */
    private static @Nullable String label(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String printable = userAgent
                .chars()
                .filter(c -> c >= ' ' && c <= '~')
                .limit(LABEL_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return printable.isEmpty() ? null : printable;
    }
}

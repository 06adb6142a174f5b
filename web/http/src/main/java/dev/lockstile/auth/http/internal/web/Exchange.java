package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as the endpoints see it. Each part is read when an endpoint asks for it, so the body of a caller who is
 * refused is not read.
 *
 * @param intake reads the caller, the body, the query and the headers
 * @param variable the part of the path that names a thing; empty where the path has none
 * @param texts in the client's language
 */
public record Exchange(
        HttpServletRequest request, RequestInput intake, String variable, Texts texts, HttpSettings settings) {

    private static final int LABEL_MAX = 120;

    /** The caller by the access token or API key; refuses the request without a valid one. */
    public Caller caller(Sessions sessions) {
        return intake.caller(sessions);
    }

    /** The caller, where the token is valid now; else null. */
    public @Nullable Caller callerIfAny(Sessions sessions) {
        boolean shown = request.getHeader("Authorization") != null || cookies().hasCookie();
        try {
            return shown ? intake.caller(sessions) : null;
        } catch (RefusalException e) {
            return null; // a token that has run out makes no caller
        }
    }

    /** What the request holds in cookies, and what its answer puts there. */
    public ExchangeCookies cookies() {
        return new ExchangeCookies(request, settings);
    }

    /** The fields of a form that a browser sent from another site. */
    public Query sentForm() {
        return sentForm(Body.LIMIT);
    }

    /** The same for a form that the server of another site sent, with a limit in bytes. */
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
    public RequestFields fields() {
        return fields(Body.LIMIT);
    }

    /** The same with a limit in bytes. */
    public RequestFields fields(int maxBytes) {
        return intake.fields(maxBytes);
    }

    /** A header; null when it is not there. */
    public @Nullable String header(String name) {
        return intake.header(name);
    }

    /** What the client shows beside the request: in a header, or a browser in its cookie. */
    public ClientEvidence evidence() {
        ClientEvidence shown = DeviceCookie.shown(request, settings.cookies());
        return new ClientEvidence(shown.trustedDevice(), shown.humanProof(), TrustedBrowserCookie.of(request))
                .withBrowser(BrowserName.of(request.getHeader("User-Agent")));
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
        return comes && Body.isJson(request.getContentType()) ? fields().optionalSecret("refresh") : null;
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

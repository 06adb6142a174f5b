package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.web.AccessTokenGate;
import dev.lockstile.auth.http.internal.web.AnswerWriter;
import dev.lockstile.auth.http.internal.web.CallerRequest;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells who sent a request, for a web framework that has filters of its own: by the access token in the
 * {@code Authorization} header, or in the cookie where {@link HttpSettings#allowCookies()} says so; then a request that
 * changes anything shows the header against cross-site requests. {@link BearerAuthFilter} is for hosts without such a
 * framework. Safe for use by many threads.
 */
public final class RequestAuthenticator {

    private final AccessTokenGate gate;
    private final AnswerWriter answers;
    private final boolean cookies;

    private RequestAuthenticator(AccessTokenGate gate, AnswerWriter answers, boolean cookies) {
        this.gate = gate;
        this.answers = answers;
        this.cookies = cookies;
    }

    /** Believes the tokens of these services. */
    public static RequestAuthenticator of(Auth auth, HttpSettings settings) {
        return new RequestAuthenticator(
                new AccessTokenGate(auth.sessions(), settings), new AnswerWriter(settings), settings.cookies());
    }

    /** Who sent it. Asks the database only where sessions are checked at each request. */
    public Result authenticate(HttpServletRequest request) {
        boolean byHeader = request.getHeader("Authorization") != null;
        if (!byHeader && !(cookies && gate.hasCookie(request))) {
            return new Result.Anonymous();
        }
        try {
            return new Result.Authenticated(byHeader ? gate.admit(request) : gate.admitByCookie(request));
        } catch (RefusalException e) {
            RequestRefusal refusal = RequestRefusal.of(e.code());
            // a header with another scheme is somebody else's
            return refusal == RequestRefusal.NOT_AUTHENTICATED ? new Result.Anonymous() : new Result.Refused(refusal);
        }
    }

    /** Answers as the contract says, in the client's language. */
    public void refuse(RequestRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.send(gate.answer(new RefusalException(refusal.code()), request), request, response);
    }

    /** The request with the caller as the Servlet API tells it: {@code getRemoteUser()}, {@code isUserInRole()}. */
    public static HttpServletRequest asCaller(HttpServletRequest request, Caller caller) {
        return new CallerRequest(request, caller);
    }

    /** Who sent a request. */
    public sealed interface Result {

        /** It shows nothing. */
        record Anonymous() implements Result {}

        /** It shows a valid access token. */
        record Authenticated(Caller caller) implements Result {}

        /** It shows something that is not valid, or cannot be looked at now. */
        record Refused(RequestRefusal refusal) implements Result {}
    }
}

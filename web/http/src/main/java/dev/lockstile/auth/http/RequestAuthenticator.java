package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.web.AccessTokenGate;
import dev.lockstile.auth.http.internal.web.AnswerWriter;
import dev.lockstile.auth.http.internal.web.CallerRequest;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells who sent a request, for a web framework that has filters of its own: by the access token in the {@code
 * Authorization} header, by an API key in its place, or by the access token in the cookie where {@link
 * HttpSettings#allowCookies()} says so; then a request that changes anything shows the header against cross-site
 * requests. {@link BearerAuthFilter} is for hosts without such a framework. Safe for use by many threads.
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

    /**
     * {@return what tells by the access tokens of these services who sends a request}
     *
     * @param auth whose access tokens
     * @param settings as the servlet of the endpoints has them
     */
    public static RequestAuthenticator of(Auth auth, HttpSettings settings) {
        return new RequestAuthenticator(
                new AccessTokenGate(auth, settings), new AnswerWriter(settings), settings.cookies());
    }

    /**
     * {@return who sent the request, by its access token} Asks the database only where sessions are checked at each
     * request.
     *
     * @param request as the application got it
     */
    public Result authenticate(HttpServletRequest request) {
        boolean byHeader = request.getHeader("Authorization") != null;
        if (!byHeader && !(cookies && gate.hasCookie(request))) {
            return new Result.Anonymous();
        }
        try {
            return new Result.Authenticated(byHeader ? gate.admit(request) : gate.admitByCookie(request));
        } catch (RefusalException e) {
            Refusal refusal = Refusal.of(e.code());
            // a header with another scheme is for another filter
            return refusal == Refusal.NOT_AUTHENTICATED ? new Result.Anonymous() : new Result.Refused(refusal);
        }
    }

    /**
     * Answers as the contract says, in the client's language.
     *
     * @param refusal why
     * @param request tells the language and the origin
     * @param response not begun yet
     * @throws IOException when the answer cannot be written
     */
    public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.send(gate.answer(new RefusalException(refusal.code()), request), request, response);
    }

    /**
     * {@return the request with the caller as the Servlet API tells it: {@code getRemoteUser()}, {@code
     * isUserInRole()}}
     *
     * @param request as the application got it
     * @param caller who sent it
     */
    public static HttpServletRequest asCaller(HttpServletRequest request, Caller caller) {
        return new CallerRequest(request, caller);
    }

    /** Who sent a request. */
    public sealed interface Result {

        /** It shows nothing. */
        record Anonymous() implements Result {}

        /**
         * It shows a valid access token.
         *
         * @param caller whom the token was issued to
         */
        record Authenticated(Caller caller) implements Result {}

        /**
         * It shows something that is not valid, or cannot be looked at now.
         *
         * @param refusal what to answer
         */
        record Refused(Refusal refusal) implements Result {}
    }

    /** Why a request to an endpoint of the host's own is not served; each is an error of the contract. */
    public enum Refusal {
        /** 401: it has no access token. */
        NOT_AUTHENTICATED(ErrorCode.NOT_AUTHENTICATED),
        /** 401: its access token is not valid now. */
        INVALID_TOKEN(ErrorCode.INVALID_TOKEN),
        /** 403: it came with a cookie and without the header that a script of this origin sends. */
        CSRF_FAILED(ErrorCode.CSRF_FAILED),
        /** 403: the caller may not do this. */
        FORBIDDEN(ErrorCode.FORBIDDEN),
        /** 403: the caller has to prove again who they are. */
        STEP_UP_REQUIRED(ErrorCode.STEP_UP_REQUIRED),
        /** 429: the API key is used too often. */
        THROTTLED(ErrorCode.THROTTLED),
        /** 503: the database cannot be asked about the session. */
        UNAVAILABLE(ErrorCode.UNAVAILABLE);

        private final ErrorCode code;

        Refusal(ErrorCode code) {
            this.code = code;
        }

        ErrorCode code() {
            return code;
        }

        static Refusal of(ErrorCode code) {
            for (Refusal refusal : values()) {
                if (refusal.code == code) {
                    return refusal;
                }
            }
            return INVALID_TOKEN;
        }
    }
}

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
 * Authenticates requests for a web framework with filters of its own: by the access token or API key in the
 * {@code Authorization} header, or by the access token in the cookie with {@link HttpSettings#allowCookies()}, where
 * requests that change data need the CSRF header. Hosts without such a framework use {@link BearerAuthFilter}. Safe for
 * use by many threads.
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
     * {@return an authenticator for the access tokens of these services}
     *
     * @param auth whose access tokens
     * @param settings as the servlet of the endpoints has them
     */
    public static RequestAuthenticator of(Auth auth, HttpSettings settings) {
        return new RequestAuthenticator(
                new AccessTokenGate(auth, settings), new AnswerWriter(settings), settings.cookies());
    }

    /**
     * {@return the result of the authentication} Queries the database only for API keys, and where sessions are checked
     * at each request.
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
     * Writes the error answer of a refusal, in the client's language.
     *
     * @param refusal the reason
     * @param request the request, with the client's language and origin
     * @param response not begun yet
     * @throws IOException when the answer cannot be written
     */
    public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.send(gate.answer(new RefusalException(refusal.code()), request), request, response);
    }

    /**
     * {@return the request with the caller in the methods of the Servlet API: {@code getRemoteUser()},
     * {@code isUserInRole()}}
     *
     * @param request as the application got it
     * @param caller the authenticated caller
     */
    public static HttpServletRequest asCaller(HttpServletRequest request, Caller caller) {
        return new CallerRequest(request, caller);
    }

    /** The result of an authentication. */
    public sealed interface Result {

        /** The request has no credentials. */
        record Anonymous() implements Result {}

        /**
         * The request has valid credentials.
         *
         * @param caller the authenticated caller
         */
        record Authenticated(Caller caller) implements Result {}

        /**
         * The credentials are invalid, or cannot be verified now.
         *
         * @param refusal the reason
         */
        record Refused(Refusal refusal) implements Result {}
    }

    /** Reasons for refusing a request to an endpoint of the host; each has an error code. */
    public enum Refusal {
        /** 401: the request has no access token. */
        NOT_AUTHENTICATED(ErrorCode.NOT_AUTHENTICATED),
        /** 401: the access token is invalid or expired. */
        INVALID_TOKEN(ErrorCode.INVALID_TOKEN),
        /** 403: the request has a cookie, but not the header that scripts of this origin send. */
        CSRF_FAILED(ErrorCode.CSRF_FAILED),
        /** 403: the caller lacks the permission. */
        FORBIDDEN(ErrorCode.FORBIDDEN),
        /** 403: the caller has to authenticate again. */
        STEP_UP_REQUIRED(ErrorCode.STEP_UP_REQUIRED),
        /** 429: the limit of uses of the API key is reached. */
        THROTTLED(ErrorCode.THROTTLED),
        /** 503: the session cannot be checked, since the database does not answer. */
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

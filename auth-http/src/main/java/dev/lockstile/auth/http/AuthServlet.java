package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.http.internal.json.JsonText;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Dispatcher;
import dev.lockstile.auth.http.internal.web.UnreadBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The endpoints of the wire contract. A host maps it to a path of its choice, such as {@code /auth/*}:
 *
 * <pre>{@code
 * context.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())), "/auth/*");
 * }</pre>
 *
 * <p>It keeps no session and holds no state, so any number of threads and nodes may serve; a cookie is set only where the
 * host {@linkplain HttpSettings#allowCookies() allows} it. A body is at most 64 KiB of JSON in UTF-8 (with a picture, 2 MiB
 * of picture). Every answer forbids caching (ASVS 14.2.2) and type guessing (ASVS 3.4.4); every error has
 * one of the codes of {@link ErrorCode}, and none shows anything of the inside (ASVS 16.5.1). Scripts of other
 * origins read nothing, unless the host {@linkplain HttpSettings#allowOrigins names} their origin.
 */
public final class AuthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Dispatcher dispatcher;
    private final transient JsonText json;

    /** @param auth the services the endpoints call */
    public AuthServlet(Auth auth, HttpSettings settings) {
        this(
                new Services(
                        auth.login(),
                        auth.codes(),
                        auth.accounts(),
                        auth.ownAccount(),
                        auth.profiles(),
                        auth.adminAccounts(),
                        auth.passwords(),
                        auth.sessions(),
                        auth.stepUp(),
                        auth::profileId),
                settings);
    }

    AuthServlet(Services services, HttpSettings settings) {
        dispatcher = new Dispatcher(Endpoints.routes(services, settings), settings);
        json = new JsonText(settings.naming()::wire);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = dispatcher.answer(request);
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        answer.headers().forEach(response::setHeader);
        answer.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (answer.status() == ErrorCode.PAYLOAD_TOO_LARGE.status() && isHttp1(request)) {
            response.setHeader("Connection", "close");
        }
        Object body = answer.body();
        if (body != null) {
            write(response, json.write(body), request.getMethod().equals("HEAD"));
        }
        response.flushBuffer();
        UnreadBody.discard(request);
    }

    private static void write(HttpServletResponse response, byte[] body, boolean headOnly) throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setContentLength(body.length);
        if (!headOnly) {
            response.getOutputStream().write(body);
        }
    }

    /** Later versions know no such header (RFC 9113 8.2.2). */
    private static boolean isHttp1(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1");
    }

    @Override
    public String getServletInfo() {
        return "Lockstile";
    }
}

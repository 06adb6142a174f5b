package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;

/**
 * Authenticates requests to the host's own pages by the cookies of the library's pages. The host has to protect
 * requests that change data against CSRF. Safe for use by many threads.
 */
public final class BrowserSession {

    private final Sessions sessions;
    private final Csrf csrf;
    private final boolean secure;

    private BrowserSession(Auth auth) {
        sessions = auth.sessions();
        csrf = new Csrf(auth.formTokens(), new FormOwner(auth.formTokens(), Clock.systemUTC()));
        secure = Cookies.isSecure(auth);
    }

    /**
     * {@return the browser sessions of these services}
     *
     * @param auth the same as that of {@link PagesServlet}
     */
    public static BrowserSession of(Auth auth) {
        return new BrowserSession(auth);
    }

    /**
     * {@return true when the browser sent a session cookie, valid or not}
     *
     * @param request as received by the host
     */
    public boolean isShown(HttpServletRequest request) {
        return PageSession.isShown(request, secure);
    }

    /**
     * {@return the authenticated caller; empty when the session has ended} Refreshes an expired access token when the
     * browser opens a page, but not for requests of scripts and files, which are made concurrently. Removes the cookies
     * of an ended session. Queries the database about the session.
     *
     * @param request as received by the host
     * @param response receives the cookies; not committed
     */
    public Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response) {
        PageSession session = new PageSession(sessions, new Cookies(request, response, secure));
        String mode = request.getHeader("Sec-Fetch-Mode");
        boolean renews = mode == null || mode.equals("navigate");
        Optional<Caller> caller = renews ? session.caller() : session.current();
        if (caller.flatMap(Caller::actor).isPresent() && isOver(caller)) {
            session.stopActing();
            caller = renews ? session.caller() : session.current();
        }
        if (isOver(caller)) {
            session.forget();
            return Optional.empty();
        }
        return caller;
    }

    private boolean isOver(Optional<Caller> caller) {
        return caller.isPresent() && sessions.list(caller.get()).isEmpty();
    }

    /**
     * Ends the session and removes its cookies, like the sign-out of the pages. For a sign-out by the host, after its
     * CSRF check.
     *
     * @param request as received by the host
     * @param response receives the cookies; not committed
     */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        Cookies cookies = new Cookies(request, response, secure);
        PageSession session = new PageSession(sessions, cookies);
        session.end();
        csrf.renew(cookies);
    }

    /**
     * {@return the CSRF token for the host's own forms in this browser} A form sends it back, and the host compares it
     * in constant time with the result of this method. It changes with each sign-in and sign-out, and when staff start
     * or stop acting on behalf of an account. It is the same on all nodes and is not stored, except for an
     * {@code HttpOnly} cookie.
     *
     * @param request as received by the host
     * @param response receives the cookie of a browser that has none; not committed
     */
    public String formToken(HttpServletRequest request, HttpServletResponse response) {
        Cookies cookies = new Cookies(request, response, secure);
        return csrf.hostToken(cookies, new PageSession(sessions, cookies).actor());
    }
}

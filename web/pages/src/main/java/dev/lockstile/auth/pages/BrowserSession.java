package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;

/**
 * Tells the host's own pages who is signed in at ours, by the cookies that ours write. A request that changes anything
 * needs a check against cross-site requests beside it, which the host makes. Safe for use by many threads.
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
     * {@return the sessions of browsers at the pages of these services}
     *
     * @param auth the same as that of {@link PagesServlet}
     */
    public static BrowserSession of(Auth auth) {
        return new BrowserSession(auth);
    }

    /**
     * {@return true when the browser sent a cookie of a session, valid or not}
     *
     * @param request as the host got it
     */
    public boolean isShown(HttpServletRequest request) {
        return PageSession.isShown(request, secure);
    }

    /**
     * {@return who is signed in; empty when the session is over} Renews an access token that is over where the browser
     * opens a page; requests of scripts and files, which come several at a time, do not. Takes the cookies of a session
     * that ended away. Asks the database about the session.
     *
     * @param request as the host got it
     * @param response gets the cookies; not begun yet
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
     * Ends the session and takes its cookies away, as the sign-out of the pages does. A host calls it where it signs
     * people out itself, after its check against cross-site requests.
     *
     * @param request as the host got it
     * @param response gets the cookies; not begun yet
     */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        Cookies cookies = new Cookies(request, response, secure);
        PageSession session = new PageSession(sessions, cookies);
        session.end();
        csrf.renew(cookies);
    }

    /**
     * {@return the token against cross-site requests for the host's own forms in this browser} A form sends it back,
     * and the host compares it with what this method says then, in constant time. It ends with each sign-in and
     * sign-out, and where staff begin or stop to act for an account, is the same on all nodes, and needs no state beside a cookie that scripts cannot read.
     *
     * @param request as the host got it
     * @param response gets the cookie of a browser that has none; not begun yet
     */
    public String formToken(HttpServletRequest request, HttpServletResponse response) {
        Cookies cookies = new Cookies(request, response, secure);
        return csrf.hostToken(cookies, new PageSession(sessions, cookies).actor());
    }
}

package dev.lockstile.auth.spring.internal.caller;

import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Bean that knows the sessions of browsers, where the pages are mounted. */
public interface BrowserSessions {

    /** True when the browser sent a cookie of a session, valid or not. */
    boolean isShown(HttpServletRequest request);

    /** Who is signed in; renews an access token that is over. */
    Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response);

    /** The token for forms of the application in this browser. */
    String formToken(HttpServletRequest request, HttpServletResponse response);

    /** Ends the session of this browser, and takes its cookies away. */
    void signOut(HttpServletRequest request, HttpServletResponse response);
}

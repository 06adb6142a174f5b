package dev.lockstile.auth.pages;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.TokenPair;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of a browser: the library's two tokens in cookies, renewed when the short-lived one has run out. */
final class PageSession {

    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";

    /** The token of staff who act for an account; their own session stays beneath it. */
    private static final String ACTING = "acting";

    private final Sessions sessions;
    private final Cookies cookies;
    private @Nullable String access;
    private @Nullable String refresh;
    private @Nullable String acting;

    PageSession(Sessions sessions, Cookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.access = cookies.get(ACCESS);
        this.refresh = cookies.get(REFRESH);
        this.acting = cookies.get(ACTING);
    }

    /** No caller, whatever the cookies say: for a page that tells that something failed, without asking again. */
    static PageSession nobody(Sessions sessions, Cookies cookies) {
        PageSession session = new PageSession(sessions, cookies);
        session.access = null;
        session.refresh = null;
        session.acting = null;
        return session;
    }

    /** True when the browser shows a cookie of a session, valid or not. */
    static boolean isShown(HttpServletRequest request, boolean secure) {
        return Cookies.has(request, secure, ACCESS) || Cookies.has(request, secure, REFRESH);
    }

    /** Who is signed in, as the token says; whether the session still lives the flows ask. */
    Optional<Caller> caller() {
        Optional<Caller> caller = current();
        return caller.isPresent() || refresh == null ? caller : renew(refresh);
    }

    /** The same without renewing anything. */
    Optional<Caller> current() {
        Optional<Caller> actor = actor();
        return actor.isPresent() || access == null ? actor : sessions.authenticate(access);
    }

    /** Who acts for an account in this browser; the cookie goes once its token is over. */
    Optional<Caller> actor() {
        Optional<Caller> caller = acting == null
                ? Optional.empty()
                : sessions.authenticate(acting).filter(known -> known.actor().isPresent());
        if (acting != null && caller.isEmpty()) {
            stopActing();
        }
        return caller;
    }

    void act(Secret token) {
        acting = token.reveal();
        cookies.set(ACTING, acting);
    }

    /** Back to the own session. */
    void stopActing() {
        acting = null;
        cookies.clear(ACTING);
    }

    /** The token with which a profile may be switched at any time; null without a signed-in user. */
    @Nullable
    Secret refreshToken() {
        return refresh == null ? null : Secret.of(refresh);
    }

    void begin(TokenPair tokens) {
        if (acting != null) {
            stopActing();
        }
        access = tokens.access().reveal();
        cookies.set(ACCESS, access);
        if (tokens.hasRefresh()) {
            refresh = tokens.refresh().reveal();
            cookies.set(REFRESH, refresh);
        }
    }

    /** After a new proof of who the person is. */
    void renewAccess(Secret access) {
        cookies.set(ACCESS, access.reveal());
    }

    /** Ends the session that the cookies name, however old they are, and takes them away. */
    void end() {
        if (acting != null) {
            sessions.logout(Secret.of(acting));
        }
        boolean ended = refresh != null && sessions.logout(Secret.of(refresh));
        if (!ended && access != null) {
            sessions.logout(Secret.of(access));
        }
        forget();
    }

    /** The same for a caller of this browser: staff who act for an account have their own session beneath. */
    void endAll(Caller caller) {
        if (caller.actor().isPresent()) {
            end();
        } else {
            end(caller);
        }
    }

    /** Ends one of this browser's sessions. */
    void end(Caller caller) {
        sessions.logout(caller);
    }

    void forget() {
        refresh = null;
        if (acting != null) {
            stopActing();
        }
        cookies.clear(ACCESS);
        cookies.clear(REFRESH);
    }

    private Optional<Caller> renew(String token) {
        Outcome<TokenPair> result = sessions.refresh(Secret.of(token));
        if (result instanceof Outcome.Done<TokenPair> refreshed) {
            begin(refreshed.value());
            return sessions.authenticate(refreshed.value().access().reveal());
        }
        if (result.isRefused(Refusal.INVALID_TOKEN)) {
            forget();
        }
        return Optional.empty();
    }
}

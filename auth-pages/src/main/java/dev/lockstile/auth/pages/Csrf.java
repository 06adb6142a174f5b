package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.FormTokens;
import org.jspecify.annotations.Nullable;

/**
 * The token in every form: bound to a random cookie of the browser and to the session that is signed in, so that a form of
 * another site, of another browser and from before the sign-in changes nothing (OWASP: signed double submit).
 */
final class Csrf {

    static final String FIELD = "csrf";

    private static final String COOKIE = "visit";

    private final FormTokens tokens;

    Csrf(FormTokens tokens) {
        this.tokens = tokens;
    }

    /** The token for the forms of this page; marks the browser when it bears no mark yet. */
    String token(Cookies cookies, @Nullable Caller caller) {
        String mark = cookies.get(COOKIE);
        return token(mark == null ? renew(cookies) : mark, caller);
    }

    /** The same for a browser that this very answer marks. */
    String token(String mark, @Nullable Caller caller) {
        return tokens.token(mark, caller);
    }

    boolean holds(Cookies cookies, @Nullable Caller caller, @Nullable String shown) {
        String mark = cookies.get(COOKIE);
        return mark != null && shown != null && tokens.matches(mark, caller, shown);
    }

    /** A new mark: what was rendered before is worth nothing. */
    String renew(Cookies cookies) {
        String mark = tokens.newMark();
        cookies.set(COOKIE, mark);
        return mark;
    }
}

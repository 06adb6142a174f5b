package dev.lockstile.auth.pages;

import dev.lockstile.auth.secret.Secret;
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
    private static final char BEFORE = '~';

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

    /** The secret by which a form that this browser sends twice is known; null for a browser without a mark. */
    static @Nullable Secret browser(Cookies cookies) {
        String mark = cookies.get(COOKIE);
        return mark == null ? null : Secret.of(mark);
    }

    /** The token for forms of the host's own pages; ours are bound to the session besides. */
    String hostToken(Cookies cookies) {
        String mark = cookies.get(COOKIE);
        return tokens.token("host:" + (mark == null ? renew(cookies) : mark), null);
    }

    boolean holds(Cookies cookies, @Nullable Caller caller, @Nullable String shown) {
        String mark = cookies.get(COOKIE);
        return mark != null && shown != null && tokens.matches(mark, caller, shown);
    }

    /** After a sign-in: a new mark, with the one before it behind it, by which a second click is known. */
    String renewAfterSignIn(Cookies cookies) {
        String before = cookies.get(COOKIE);
        boolean first = before != null && before.indexOf(BEFORE) < 0;
        String mark = tokens.newMark() + (first ? BEFORE + before : "");
        cookies.set(COOKIE, mark);
        return mark;
    }

    /** True for a form that was rendered in this browser before it signed in. */
    boolean isSentAgain(Cookies cookies, @Nullable String shown) {
        String mark = cookies.get(COOKIE);
        int before = mark == null ? -1 : mark.indexOf(BEFORE);
        return mark != null && before > 0 && shown != null && tokens.matches(mark.substring(before + 1), null, shown);
    }

    /** A new mark: what was rendered before is worth nothing. */
    String renew(Cookies cookies) {
        String mark = tokens.newMark();
        cookies.set(COOKIE, mark);
        return mark;
    }
}

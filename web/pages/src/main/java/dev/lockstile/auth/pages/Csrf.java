package dev.lockstile.auth.pages;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.FormTokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token in every form: bound to a random cookie of the browser and to the session that is signed in, so that a form
 * of another site, of another browser and from before the sign-in changes nothing (OWASP: signed double submit). Behind
 * it stands the {@link FormOwner} of the form.
 */
final class Csrf {

    static final String FIELD = "csrf";

    private static final String COOKIE = "visit";
    private static final char BEFORE = '~';

    private static final char OWNER = '.';

    private final FormTokens tokens;
    private final FormOwner owner;

    Csrf(FormTokens tokens, FormOwner owner) {
        this.tokens = tokens;
        this.owner = owner;
    }

    /** The token for the forms of this page; marks the browser when it bears no mark yet. */
    String token(Cookies cookies, @Nullable Caller caller) {
        String mark = cookies.get(COOKIE);
        return token(mark == null ? renew(cookies) : mark, caller);
    }

    /** The same for a browser that this very answer marks. */
    String token(String mark, @Nullable Caller caller) {
        return tokens.token(mark, caller) + (caller == null ? "" : OWNER + owner.of(caller));
    }

    /** What a token says of the user whose form it stood in; it alone lets no form act. */
    static String owner(String shown) {
        return shown.substring(shown.indexOf(OWNER) + 1);
    }

    private static String session(String shown) {
        int owner = shown.indexOf(OWNER);
        return owner < 0 ? shown : shown.substring(0, owner);
    }

    /** The secret by which a form that this browser sends twice is known; null for a browser without a mark. */
    static @Nullable Secret browser(Cookies cookies) {
        String mark = cookies.get(COOKIE);
        return mark == null ? null : Secret.of(mark);
    }

    /**
     * The token for forms of the host's own pages; ours are bound to the session besides.
     *
     * @param acting staff who act for an account: a form for their own is none for that one
     */
    String hostToken(Cookies cookies, Optional<Caller> acting) {
        String mark = cookies.get(COOKIE);
        return tokens.token("host:" + (mark == null ? renew(cookies) : mark), acting.orElse(null));
    }

    boolean holds(Cookies cookies, @Nullable Caller caller, @Nullable String shown) {
        String mark = cookies.get(COOKIE);
        return mark != null && shown != null && tokens.matches(mark, caller, session(shown));
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
        return mark != null
                && before > 0
                && shown != null
                && tokens.matches(mark.substring(before + 1), null, session(shown));
    }

    /** A new mark: what was rendered before is worth nothing. */
    String renew(Cookies cookies) {
        String mark = tokens.newMark();
        cookies.set(COOKIE, mark);
        return mark;
    }
}

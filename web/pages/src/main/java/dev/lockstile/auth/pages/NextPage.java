package dev.lockstile.auth.pages;

import java.time.Duration;

/**
 * The page to go to after a sign-in whose way leaves the pages, as a message or another site does: a cookie of this
 * browser has it in the meantime. The newest such way counts.
 */
final class NextPage {

    private static final String COOKIE = "next";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int LONGEST = 600; // of what a browser keeps in a cookie beside the others

    private NextPage() {}

    /** Keeps a path of this site; a way that leads nowhere in particular takes that of an earlier one back. */
    static void keep(Cookies cookies, String next) {
        if (SitePath.isOwn(next) && next.length() <= LONGEST) {
            cookies.setText(COOKIE, next, LIFE);
        } else {
            clear(cookies);
        }
    }

    /** Empty where none is kept, or none of this site. */
    static String read(Cookies cookies) {
        return cookies.text(COOKIE).filter(SitePath::isOwn).orElse("");
    }

    static void clear(Cookies cookies) {
        cookies.clearShown(COOKIE);
    }
}

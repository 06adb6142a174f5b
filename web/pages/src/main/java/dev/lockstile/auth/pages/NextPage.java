package dev.lockstile.auth.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * The page to go to after a sign-in whose way leaves the pages, as a message or another site does: a cookie of this
 * browser has it in the meantime. The newest such way counts.
 */
final class NextPage {

    private static final String COOKIE = "next";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private NextPage() {}

    /** Keeps a path of this site; a way that leads nowhere in particular takes that of an earlier one back. */
    static void keep(Cookies cookies, String next) {
        if (SitePath.isOwn(next)) {
            byte[] text = next.getBytes(StandardCharsets.UTF_8);
            cookies.set(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(text), LIFE);
        } else {
            clear(cookies);
        }
    }

    /** Empty where none is kept, or none of this site. */
    static String read(Cookies cookies) {
        String kept = cookies.get(COOKIE);
        try {
            String text = kept == null ? "" : new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
            return SitePath.isOwn(text) ? text : "";
        } catch (IllegalArgumentException e) {
            return ""; // not one of ours
        }
    }

    static void clear(Cookies cookies) {
        if (cookies.get(COOKIE) != null) {
            cookies.clear(COOKIE);
        }
    }
}

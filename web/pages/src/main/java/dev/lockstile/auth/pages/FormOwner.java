package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.FormTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says within the token of a form which user it was shown to and when, as a digest: the session of the form may be over
 * when it comes. It lets no form act; the texts of such a form are sealed with it, and nothing else.
 */
final class FormOwner {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.[A-Za-z0-9_-]{43}");
    private static final Duration LIFE = Duration.ofDays(7);

    private final FormTokens tokens;
    private final Clock clock;

    FormOwner(FormTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** For the forms that a page shows to this user now. */
    String of(Caller caller) {
        return at(caller, clock.instant().getEpochSecond());
    }

    /** For the forms of that second; a mark of a browser has no colon, so no browser gets this as its own token. */
    String at(Caller caller, long second) {
        return second + "." + tokens.token("form-owner:" + second + ":" + caller.user(), null);
    }

    /** True for the text of such a token, of whichever user and age. */
    static boolean isOne(String owner) {
        return FORM.matcher(owner).matches();
    }

    /** When the form was shown; -1 for a text that is no such token, and for a form of more than a week ago. */
    long second(String owner) {
        Matcher form = FORM.matcher(owner);
        if (!form.matches()) {
            return -1;
        }
        Instant shown = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        Instant now = clock.instant();
        return shown.isAfter(now) || shown.plus(LIFE).isBefore(now) ? -1 : shown.getEpochSecond();
    }

    boolean isOf(Caller caller, String owner) {
        long second = second(owner);
        return second >= 0 && tokens.matches("form-owner:" + second + ":" + caller.user(), null, digest(owner));
    }

    private static String digest(String owner) {
        return owner.substring(owner.indexOf('.') + 1);
    }

    /** The key of 256 bits for the texts of a form; it follows from the token, and the token does not say it. */
    byte[] key(String owner) {
        return Base64.getUrlDecoder().decode(tokens.token("form-key:" + owner, null));
    }

    /** A random text of 144 bits. */
    String random() {
        return tokens.newMark();
    }
}

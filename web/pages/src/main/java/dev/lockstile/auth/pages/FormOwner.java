package dev.lockstile.auth.pages;

import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.FormTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says within the token of a form which user it was shown to and when, as a digest: the session of the form may be over
 * when it comes. It lets no form act; the texts of such a form are sealed with it, and nothing else.
 */
final class FormOwner {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.[A-Za-z0-9_-]{43}");
    private static final String USE = "form text";
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

    /**
     * A text of a form that a browser keeps and cannot read, as base64url. The same text of the same form gives the
     * same result; a text that says when it was kept differs from second to second.
     */
    String seal(String owner, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key(owner).seal(USE, utf8(text), utf8(owner)));
    }

    /** Empty for a text that was sealed for another form, or changed. */
    Optional<String> open(String owner, String sealed) {
        SymmetricKeys.Key key = key(owner);
        try {
            return key.open(USE, Base64.getUrlDecoder().decode(sealed), utf8(owner))
                    .map(text -> new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not one of ours
        }
    }

    /** The key of 256 bits for the texts of a form; it follows from the token, and the token does not say it. */
    private SymmetricKeys.Key key(String owner) {
        return SymmetricKeys.of(Secret.of(tokens.token("form-key:" + owner, null)))
                .current();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

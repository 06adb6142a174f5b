package dev.lockstile.auth.pages;

import java.time.Duration;
import java.util.Optional;

/**
 * Redirects a person who is signed in already from a page that signs in. A page of the host may send that person back
 * at once, such as one that wants another role: the second time the form is shown, so that the two do not send the
 * browser to and fro.
 */
final class SignedInRedirect {

    private static final String COOKIE = "led-on";
    private static final Duration LIFE = Duration.ofSeconds(10);

    private SignedInRedirect() {}

    /** From a page that waits for a link, which no page of the host leads back to; empty for a guest. */
    static Optional<Reply> fromWaiting(PageRequest request) {
        return request.caller() == null ? Optional.empty() : Optional.of(Reply.leave(request.afterSignIn()));
    }

    /** Empty for a guest, and where the person was led to the same page a moment ago. */
    static Optional<Reply> reply(PageRequest request) {
        if (request.caller() == null) {
            return Optional.empty();
        }
        String there = request.next(request.landing());
        if (request.cookies().text(COOKIE).filter(there::equals).isPresent()) {
            return Optional.empty();
        }
        request.cookies().setText(COOKIE, there, LIFE);
        return Optional.of(Reply.leave(there));
    }
}

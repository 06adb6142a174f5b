package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import java.util.List;
import java.util.stream.Stream;

/** Sign-in by another site is not served yet: a client is told so by a code of its own. */
final class SocialEndpoints {

    private SocialEndpoints() {}

    static List<Route> routes() {
        return Stream.of("login/social", "login/social/precheck", "login/social/link", "login/social/unlink")
                .map(path -> Route.post(path, SocialEndpoints::off))
                .toList();
    }

    private static Answer off(Exchange exchange) {
        throw new RefusalException(ErrorCode.SOCIAL_LOGIN_OFF);
    }
}

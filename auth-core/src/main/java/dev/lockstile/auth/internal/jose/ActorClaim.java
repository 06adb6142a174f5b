package dev.lockstile.auth.internal.jose;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claim {@code act} (RFC 8693 4.1): who acts for the subject of a token. It names one actor; a token with a chain
 * of actors is none of ours.
 *
 * @param user textual key of the user who acts
 * @param session in which that user began to act
 */
public record ActorClaim(String user, String session) {

    /** For how long a token with an actor is good. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    static final String NAME = "act";

    private static final String USER = "sub";
    private static final String SESSION = "sid";

    Map<String, Object> json() {
        return Map.of(USER, user, SESSION, session);
    }

    /** Empty for anything but exactly the two texts. */
    static Optional<ActorClaim> of(@Nullable Object claim) {
        return claim instanceof Map<?, ?> members
                        && members.keySet().equals(Set.of(USER, SESSION))
                        && members.get(USER) instanceof String user
                        && members.get(SESSION) instanceof String session
                        && !user.isEmpty()
                        && !session.isEmpty()
                ? Optional.of(new ActorClaim(user, session))
                : Optional.empty();
    }
}

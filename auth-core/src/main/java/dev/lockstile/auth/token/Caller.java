package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * Who calls, as a verified access token says. Whether the session still lives is asked of the store by each flow.
 *
 * @param authTime when the person last proved who they are
 */
public record Caller(UserId user, SessionId session, ProfileId profile, Set<String> roles, Instant authTime) {

    public Caller {
        roles = Set.copyOf(roles);
    }
}

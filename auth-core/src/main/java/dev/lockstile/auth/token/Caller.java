package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * Who calls, as a verified access token says. Whether the session still lives is asked of the store by each flow.
 *
 * @param roles the role of the profile in which the person acts: a word of the host's, never a right
 * @param rights what the server lets the account do beyond its own affairs
 * @param authTime when the person last proved who they are
 */
public record Caller(
        UserId user, SessionId session, ProfileId profile, Set<String> roles, Set<Right> rights, Instant authTime) {

    public Caller {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    /** The key of the user alone: a log has to tell who, and no more. */
    @Override
    public String toString() {
        return "Caller[user=" + user + "]";
    }

    /** True when the account has that right. */
    public boolean has(Right right) {
        return rights.contains(right);
    }
}

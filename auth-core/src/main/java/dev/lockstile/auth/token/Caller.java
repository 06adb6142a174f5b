package dev.lockstile.auth.token;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * Who calls, as a verified access token says. Whether the session still lives is asked of the store by each flow.
 *
 * @param user the key of the user, the {@code sub}
 * @param session the public name of the session, the {@code sid}
 * @param profile the key of the profile in which the person acts
 * @param roles the role of the profile in which the person acts: a word of the host's, never a right
 * @param rights what the server lets the account do beyond its own affairs
 * @param authTime when the person last proved who they are
 * @param context by what the session's owner was authenticated
 */
public record Caller(
        UserId user,
        SessionId session,
        ProfileId profile,
        Set<String> roles,
        Set<Right> rights,
        Instant authTime,
        AuthContext context) {

    /**
     * Copies the sets.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public name of the session, the {@code sid}
     * @param profile the key of the profile in which the person acts
     * @param roles the role of the profile in which the person acts: a word of the host's, never a right
     * @param rights what the server lets the account do beyond its own affairs
     * @param authTime when the person last proved who they are
     * @param context by what the session's owner was authenticated
     */
    public Caller {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    /**
     * Of whose authentication nothing is known beyond its time: one factor.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public name of the session, the {@code sid}
     * @param profile the key of the profile in which the person acts
     * @param roles the role of the profile in which the person acts: a word of the host's, never a right
     * @param rights what the server lets the account do beyond its own affairs
     * @param authTime when the person last proved who they are
     */
    public Caller(
            UserId user, SessionId session, ProfileId profile, Set<String> roles, Set<Right> rights, Instant authTime) {
        this(user, session, profile, roles, rights, authTime, AuthContext.UNKNOWN);
    }

    /** {@return true when two factors were shown in this session} */
    public boolean showedTwoFactors() {
        return context.assurance() == Assurance.AAL2;
    }

    /** The key of the user alone: a log has to tell who, and no more. */
    @Override
    public String toString() {
        return "Caller[user=" + user + "]";
    }

    /**
     * {@return true when the account has that right}
     *
     * @param right asked for
     */
    public boolean has(Right right) {
        return rights.contains(right);
    }
}

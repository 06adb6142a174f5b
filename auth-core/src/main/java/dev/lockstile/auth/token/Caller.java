package dev.lockstile.auth.token;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as a verified access token says. Whether the session still lives is asked of the store by each flow.
 *
 * @param user the key of the user, the {@code sub}
 * @param session the public name of the session, the {@code sid}
 * @param profile the key of the profile in which the person acts
 * @param roles the role of the profile in which the person acts, and the roles that it includes: words of the host's,
 *     never a right
 * @param rights what the server lets the account do beyond its own affairs
 * @param authTime when the person last proved who they are
 * @param context by what the session's owner was authenticated
 * @param permissions what the roles permit, as the host declares them; of an API key, those among its scopes
 * @param credential by what the caller is known
 */
public record Caller(
        UserId user,
        SessionId session,
        ProfileId profile,
        Set<String> roles,
        Set<Right> rights,
        Instant authTime,
        AuthContext context,
        Set<String> permissions,
        Credential credential) {

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
     * @param permissions what the roles permit, as the host declares them
     * @param credential by what the caller is known
     */
    public Caller {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
        permissions = Set.copyOf(permissions);
    }

    /**
     * With an access token of a session.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public name of the session, the {@code sid}
     * @param profile the key of the profile in which the person acts
     * @param roles the role of the profile in which the person acts: a word of the host's, never a right
     * @param rights what the server lets the account do beyond its own affairs
     * @param authTime when the person last proved who they are
     * @param context by what the session's owner was authenticated
     * @param permissions what the roles permit, as the host declares them
     */
    public Caller(
            UserId user,
            SessionId session,
            ProfileId profile,
            Set<String> roles,
            Set<Right> rights,
            Instant authTime,
            AuthContext context,
            Set<String> permissions) {
        this(user, session, profile, roles, rights, authTime, context, permissions, Credential.SESSION);
    }

    /**
     * Without permissions.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public name of the session, the {@code sid}
     * @param profile the key of the profile in which the person acts
     * @param roles the role of the profile in which the person acts: a word of the host's, never a right
     * @param rights what the server lets the account do beyond its own affairs
     * @param authTime when the person last proved who they are
     * @param context by what the session's owner was authenticated
     */
    public Caller(
            UserId user,
            SessionId session,
            ProfileId profile,
            Set<String> roles,
            Set<Right> rights,
            Instant authTime,
            AuthContext context) {
        this(user, session, profile, roles, rights, authTime, context, Set.of());
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

    /** {@return true for a program that shows an API key: no session stands behind it} */
    public boolean isApiKey() {
        return credential instanceof Credential.OfApiKey;
    }

    /**
     * {@return the member of staff who acts for the account; empty for its owner} An endpoint that changes what the
     * owner alone may change refuses such a caller.
     */
    public Optional<Credential.OfActor> actor() {
        return credential instanceof Credential.OfActor actor ? Optional.of(actor) : Optional.empty();
    }

    /** The keys of the users alone: a log has to tell who, and no more. */
    @Override
    public String toString() {
        return "Caller[user=" + user
                + actor().map(acts -> ", actor=" + acts.user()).orElse("") + "]";
    }

    /**
     * {@return true when the account has that right}
     *
     * @param right asked for
     */
    public boolean has(Right right) {
        return rights.contains(right);
    }

    /**
     * {@return true when a role of the caller's permits that} A superuser may do all that declared roles permit. Known
     * from the access token: for a change that cannot be undone ask again in the transaction, or check sessions at each
     * request.
     *
     * @param permission such as {@code orders:refund}
     */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}

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
 * The authenticated caller, by the claims of a verified access token. Services that change data also check in the store
 * that the session is live.
 *
 * @param user the key of the user, the {@code sub}
 * @param session the public id of the session, the {@code sid}
 * @param profile the key of the active profile
 * @param roles the role of the active profile and the roles that it includes, by the host's names; never a right
 * @param rights the account's rights over other accounts, such as staff
 * @param authTime the time of the user's last authentication
 * @param context how the session's owner was authenticated
 * @param permissions the permissions of the roles, as declared by the host; for an API key, those among its scopes
 * @param credential what the caller authenticated with
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
     * @param session the public id of the session, the {@code sid}
     * @param profile the key of the active profile
     * @param roles the role of the active profile, by the host's name; never a right
     * @param rights the account's rights over other accounts, such as staff
     * @param authTime the time of the user's last authentication
     * @param context how the session's owner was authenticated
     * @param permissions the permissions of the roles, as declared by the host
     * @param credential what the caller authenticated with
     */
    public Caller {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
        permissions = Set.copyOf(permissions);
    }

    /**
     * Creates a caller with the access token of a session.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public id of the session, the {@code sid}
     * @param profile the key of the active profile
     * @param roles the role of the active profile, by the host's name; never a right
     * @param rights the account's rights over other accounts, such as staff
     * @param authTime the time of the user's last authentication
     * @param context how the session's owner was authenticated
     * @param permissions the permissions of the roles, as declared by the host
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
     * Creates a caller without permissions.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public id of the session, the {@code sid}
     * @param profile the key of the active profile
     * @param roles the role of the active profile, by the host's name; never a right
     * @param rights the account's rights over other accounts, such as staff
     * @param authTime the time of the user's last authentication
     * @param context how the session's owner was authenticated
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
     * Creates a caller of whose authentication only the time is known; it counts as one factor.
     *
     * @param user the key of the user, the {@code sub}
     * @param session the public id of the session, the {@code sid}
     * @param profile the key of the active profile
     * @param roles the role of the active profile, by the host's name; never a right
     * @param rights the account's rights over other accounts, such as staff
     * @param authTime the time of the user's last authentication
     */
    public Caller(
            UserId user, SessionId session, ProfileId profile, Set<String> roles, Set<Right> rights, Instant authTime) {
        this(user, session, profile, roles, rights, authTime, AuthContext.UNKNOWN);
    }

    /** {@return true when two factors were verified in this session} */
    public boolean showedTwoFactors() {
        return context.assurance() == Assurance.AAL2;
    }

    /** {@return true for a program with an API key, which has no session} */
    public boolean isApiKey() {
        return credential instanceof Credential.OfApiKey;
    }

    /**
     * {@return the member of staff who acts on behalf of the account; empty for its owner} Endpoints for changes that
     * are the owner's only have to refuse a caller with an actor.
     */
    public Optional<Credential.OfActor> actor() {
        return credential instanceof Credential.OfActor actor ? Optional.of(actor) : Optional.empty();
    }

    /** {@return the keys of the user and the actor only, for logs} */
    @Override
    public String toString() {
        return "Caller[user=" + user
                + actor().map(acts -> ", actor=" + acts.user()).orElse("") + "]";
    }

    /**
     * {@return true when the account has that right}
     *
     * @param right to look for
     */
    public boolean has(Right right) {
        return rights.contains(right);
    }

    /**
     * {@return true when a role of the caller has this permission} A superuser has all permissions of declared roles.
     * The answer is as old as the access token: for irreversible changes check again in the transaction, or have
     * sessions checked at each request ({@link SessionSettings#withSessionCheck}).
     *
     * @param permission for instance {@code orders:refund}
     */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}

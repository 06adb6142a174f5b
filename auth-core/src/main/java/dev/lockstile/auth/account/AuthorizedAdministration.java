package dev.lockstile.auth.account;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The administration of accounts on behalf of a caller with a recent proof of identity, who must be a superuser, or
 * staff with the {@link dev.lockstile.auth.role.AdminPermission} of the act: {@link AdminAuthorization}. Right and
 * change are one transaction, and an endpoint may call every method. The caller, the caller's session and the reason
 * stand in the event and in the audit trail, for refused calls as well.
 *
 * <p>A superuser's account is neither disabled, enabled, deleted, restored nor vouched for by these methods, the
 * caller's own included. They end its sessions and set its role. A caller who is no superuser changes no account of
 * staff, none with a permission that the caller has not, and gives no role with such a permission. A role
 * that permits nothing is given by its holders and superusers alone, unless it is the role of new accounts.
 *
 * <p>All methods but {@link #createAdministratorAs} and those that say so join the host's transaction if there is one.
 * Each throws an {@link IllegalArgumentException} for a reference that is no {@link
 * dev.lockstile.auth.event.AuditReference}.
 */
public interface AuthorizedAdministration
        extends InvitationAdministration, PasswordAdministration, ServiceAccountAdministration {

    /**
     * Opens an account as {@link AccountAdministration#create} does. A draft that vouches for its identifiers wants the
     * permission to verify too, and one with a role other than that of new accounts the permission to assign roles.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param account what the account begins with
     * @param reference the reason, for the audit trail
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> createAs(Caller caller, AccountDraft account, String reference);

    /**
     * Ends the sessions of all accounts, the caller's included, in batches with a transaction each. For superusers
     * alone, after an incident. Passwords, trusted browsers and API keys stay.
     *
     * @param caller the authenticated caller
     * @param reference the reason, for the audit trail
     * @return how many sessions ended
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread is in a transaction that holds a
     *     connection; nothing is written then
     */
    Outcome<Integer> endAllSessionsAs(Caller caller, String reference);

    /**
     * Opens an administrator's account without a reason.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param admin the new account's address, password and rank
     * @return the opened account, or the refusal
     */
    default Outcome<UserInfo> createAdministratorAs(Caller caller, NewAdmin admin) {
        return createAdministratorAs(caller, admin, null);
    }

    /**
     * Opens an administrator's account. All superusers are told of a new superuser, the caller included.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param admin the new account's address, password and rank
     * @param reference the reason, for the audit trail; null where no reason is asked for
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> createAdministratorAs(Caller caller, NewAdmin admin, @Nullable String reference);

    /**
     * Gives the user's default profile a role as {@link AccountAdministration#setRole(UserId, String)} does.
     *
     * @param caller the authenticated caller
     * @param user whose default profile gets the role
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNKNOWN_ROLE} for a word that is no role
     */
    Change setRoleAs(Caller caller, UserId user, String role, String reference);

    /**
     * Gives one of the user's profiles a role as {@link AccountAdministration#setRole(UserId, ProfileId, String)} does.
     *
     * @param caller the authenticated caller
     * @param owned the user, and that user's profile which gets the role
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} for a profile of another user, {@link Change#UNKNOWN_ROLE}
     *     for a word that is no role
     */
    Change setRoleAs(Caller caller, UserProfile owned, String role, String reference);

    /**
     * Edits what describes the owner of an account, and the host's account fields. The audit trail names the fields.
     *
     * @param caller the authenticated caller
     * @param user whose account it is
     * @param edit what is edited
     * @param reference the reason, for the audit trail
     * @return whether it was done
     * @throws IllegalArgumentException for values that {@code HostFields.problems} has something against
     */
    Change editAs(Caller caller, UserId user, AccountEdit edit, String reference);

    /**
     * Vouches for an identifier as {@link AccountAdministration#markVerified} does.
     *
     * @param caller the authenticated caller
     * @param user whose identifier it is
     * @param kind {@link IdentifierKind#EMAIL} or {@link IdentifierKind#PHONE}
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the user has no such identifier or another user owns
     *     it
     * @throws IllegalArgumentException for a user name, which is never proven
     */
    Change markVerifiedAs(Caller caller, UserId user, IdentifierKind kind, String reference);

    /**
     * Disables an account as {@link AccountAdministration#disable(UserId)} does.
     *
     * @param caller the authenticated caller
     * @param user who cannot sign in from then on
     * @param reference the reason, for the audit trail
     * @return whether it was done
     */
    Change disableAs(Caller caller, UserId user, String reference);

    /**
     * Disables an account until a moment as {@link AccountAdministration#disable(UserId, Instant)} does.
     *
     * @param caller the authenticated caller
     * @param user who cannot sign in until then
     * @param until in the future, within ten years
     * @param reference the reason, for the audit trail
     * @return whether it was done
     * @throws IllegalArgumentException for another moment
     */
    Change disableAs(Caller caller, UserId user, Instant until, String reference);

    /**
     * Enables an account as {@link AccountAdministration#enable} does.
     *
     * @param caller the authenticated caller
     * @param user who may sign in again
     * @param reference the reason, for the audit trail
     * @return whether it was done
     */
    Change enableAs(Caller caller, UserId user, String reference);

    /**
     * Marks an account as deleted as {@link AccountAdministration#delete} does.
     *
     * @param caller the authenticated caller
     * @param user whose account is marked; its row stays
     * @param reference the reason, for the audit trail
     * @return whether it was done
     */
    Change deleteAs(Caller caller, UserId user, String reference);

    /**
     * Takes back a deletion as {@link AccountAdministration#restore} does.
     *
     * @param caller the authenticated caller
     * @param user whose account was marked as deleted
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#NOT_FOUND} where no such account is deleted
     */
    Change restoreAs(Caller caller, UserId user, String reference);

    /**
     * Ends all sessions and codes as {@link AccountAdministration#endSessions} does.
     *
     * @param caller the authenticated caller
     * @param user who has to sign in again everywhere
     * @param reference the reason, for the audit trail
     * @return whether it was done
     */
    Change endSessionsAs(Caller caller, UserId user, String reference);

    /**
     * Ends one session of the user, as {@link #endSessionsAs} ends all; codes and the other sessions stay. Asks for the
     * permission {@link dev.lockstile.auth.role.AdminPermission#SESSIONS_END}. An access token of the session opens
     * until it expires, or the session is checked again ({@code SessionSettings}).
     *
     * @param caller the authenticated caller
     * @param user whose session
     * @param session public id of the session
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the user has no such session or it has ended
     */
    Change endSessionAs(Caller caller, UserId user, SessionId session, String reference);

    /**
     * Revokes an API key of the user: it opens nothing from the commit on. Asks for the permission {@link
     * dev.lockstile.auth.role.AdminPermission#SESSIONS_END}.
     *
     * @param caller the authenticated caller
     * @param user whose key
     * @param key as {@link dev.lockstile.auth.apikey.ApiKey#id()} says
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the user has no such key
     */
    Change revokeApiKeyAs(Caller caller, UserId user, String key, String reference);

    /**
     * Revokes all API keys of the user, who is told. Asks for the permission {@link
     * dev.lockstile.auth.role.AdminPermission#SESSIONS_END}.
     *
     * @param caller the authenticated caller
     * @param user whose keys
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the user has no key
     */
    Change endApiKeysAs(Caller caller, UserId user, String reference);

    /**
     * Calls off the deletion that the owner asked for and that waits. Asks for the permission {@link
     * dev.lockstile.auth.role.AdminPermission#USERS_DELETE}.
     *
     * @param caller the authenticated caller
     * @param user whose account stays
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where no deletion waits
     */
    Change keepAs(Caller caller, UserId user, String reference);

    /**
     * {@return when an account is to be deleted, as its owner asked; empty where no deletion waits} Checks no right.
     *
     * @param user whose account
     */
    Optional<Instant> deletionDue(UserId user);

    /**
     * A profile and the user it belongs to.
     *
     * @param user the owner
     * @param profile of that user
     */
    record UserProfile(UserId user, ProfileId profile) {}

    /** How a change of an account ended. Nothing is written but for {@link #DONE}. */
    enum Change {
        /** The account is changed. */
        DONE,
        /** There is nothing that could be changed. */
        UNCHANGED,
        /** There is no such account. */
        NOT_FOUND,
        /** Another user owns the identifier by now. */
        TAKEN,
        /** A hook of the host is against it; a transaction of the host that was joined is marked for rollback. */
        VETOED,
        /** Too many messages went to the owner lately: the request is in the audit trail, and no link was sent. */
        THROTTLED,
        /** The caller has not the permission, or the account or the role has more rights than the caller. */
        FORBIDDEN,
        /** The caller has a second factor and has not shown it in this session. */
        SECOND_FACTOR_REQUIRED,
        /** The caller has to prove again who they are. */
        STEP_UP_REQUIRED,
        /** The caller's session is over. */
        SESSION_ENDED,
        /** The word is no role, or none of those that the host declared. */
        UNKNOWN_ROLE
    }
}

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
 * Administration of accounts on behalf of a caller. The caller has to be recently authenticated and a superuser, or
 * staff with the {@link dev.lockstile.auth.role.AdminPermission} of the act; see {@link AdminAuthorization}. The check
 * and the change are one transaction, so that an endpoint may call every method. The event and the audit trail record
 * the caller, the caller's session and the reason, for refused calls as well.
 *
 * <p>These methods end the sessions and set the role of a superuser's account, but refuse to disable, enable, delete,
 * restore or verify it, the caller's own included. A caller who is not a superuser cannot change an account of staff,
 * nor an account with a permission that the caller lacks, nor assign a role with such a permission. A role without
 * permissions can be assigned by its holders and superusers only, unless it is the role of new accounts.
 *
 * <p>All methods join the host's transaction if there is one, except {@link #createAdministratorAs} and where noted.
 * Each throws an {@link IllegalArgumentException} for a reference that is not a valid
 * {@link dev.lockstile.auth.event.AuditReference}.
 */
public interface AuthorizedAdministration
        extends InvitationAdministration, PasswordAdministration, ServiceAccountAdministration {

    /**
     * Opens an account as {@link AccountAdministration#create} does. A draft that vouches for its identifiers also
     * requires the permission to verify, and one with a role other than that of new accounts the permission to assign
     * roles.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param account the account's data
     * @param reference the reason, for the audit trail
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> createAs(Caller caller, AccountDraft account, String reference);

    /**
     * Ends the sessions of all accounts, the caller's included, in batches with one transaction each. For superusers
     * only, after an incident. Passwords, trusted browsers and API keys are kept.
     *
     * @param caller the authenticated caller
     * @param reference the reason, for the audit trail
     * @return how many sessions were ended
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread's transaction holds a
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
     * Opens an administrator's account in a transaction of its own. All superusers, the caller included, receive a
     * notice of a new superuser.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param admin the new account's address, password and rank
     * @param reference the reason, for the audit trail; null for none
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> createAdministratorAs(Caller caller, NewAdmin admin, @Nullable String reference);

    /**
     * Assigns a role to the user's default profile as {@link AccountAdministration#setRole(UserId, String)} does.
     *
     * @param caller the authenticated caller
     * @param user the owner of the default profile
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNKNOWN_ROLE} for an unknown role
     */
    Change setRoleAs(Caller caller, UserId user, String role, String reference);

    /**
     * Assigns a role to one of the user's profiles as {@link AccountAdministration#setRole(UserId, ProfileId, String)}
     * does.
     *
     * @param caller the authenticated caller
     * @param owned the user and the profile to change
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} for a profile of another
     *     user, {@link Change#UNKNOWN_ROLE} for an unknown role
     */
    Change setRoleAs(Caller caller, UserProfile owned, String role, String reference);

    /**
     * Edits the data of an account's default profile and the host's account fields. The audit trail names the changed
     * fields.
     *
     * @param caller the authenticated caller
     * @param user the account to edit
     * @param edit the new values
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed
     * @throws IllegalArgumentException for values that {@code HostFields.problems} reports
     */
    Change editAs(Caller caller, UserId user, AccountEdit edit, String reference);

    /**
     * Marks an identifier as verified as {@link AccountAdministration#markVerified} does.
     *
     * @param caller the authenticated caller
     * @param user the owner of the identifier
     * @param kind {@link IdentifierKind#EMAIL} or {@link IdentifierKind#PHONE}
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the user has no such
     *     identifier or another user owns it
     * @throws IllegalArgumentException for a user name, which cannot be verified
     */
    Change markVerifiedAs(Caller caller, UserId user, IdentifierKind kind, String reference);

    /**
     * Disables an account as {@link AccountAdministration#disable(UserId)} does.
     *
     * @param caller the authenticated caller
     * @param user the account to disable
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed
     */
    Change disableAs(Caller caller, UserId user, String reference);

    /**
     * Disables an account until a given time as {@link AccountAdministration#disable(UserId, Instant)} does.
     *
     * @param caller the authenticated caller
     * @param user the account to disable
     * @param until in the future, within ten years
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed
     * @throws IllegalArgumentException for a time out of these bounds
     */
    Change disableAs(Caller caller, UserId user, Instant until, String reference);

    /**
     * Enables an account as {@link AccountAdministration#enable} does.
     *
     * @param caller the authenticated caller
     * @param user the account to enable
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed
     */
    Change enableAs(Caller caller, UserId user, String reference);

    /**
     * Marks an account as deleted as {@link AccountAdministration#delete} does.
     *
     * @param caller the authenticated caller
     * @param user the account to delete; its row is kept
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed
     */
    Change deleteAs(Caller caller, UserId user, String reference);

    /**
     * Restores a deleted account as {@link AccountAdministration#restore} does.
     *
     * @param caller the authenticated caller
     * @param user the deleted account
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#NOT_FOUND} where there is no such
     *     deleted account
     */
    Change restoreAs(Caller caller, UserId user, String reference);

    /**
     * Ends all sessions and codes as {@link AccountAdministration#endSessions} does.
     *
     * @param caller the authenticated caller
     * @param user the owner of the sessions
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed
     */
    Change endSessionsAs(Caller caller, UserId user, String reference);

    /**
     * Ends one session of the user; other sessions and codes are kept. Requires
     * {@link dev.lockstile.auth.role.AdminPermission#SESSIONS_END}. An access token of the session is accepted until it
     * expires or until the next session check ({@code SessionSettings.withSessionCheck}).
     *
     * @param caller the authenticated caller
     * @param user the owner of the session
     * @param session public id of the session
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the user has no such
     *     session or it has ended
     */
    Change endSessionAs(Caller caller, UserId user, SessionId session, String reference);

    /**
     * Revokes an API key of the user, which is refused from the commit on. Requires
     * {@link dev.lockstile.auth.role.AdminPermission#SESSIONS_END}.
     *
     * @param caller the authenticated caller
     * @param user the owner of the key
     * @param key the {@link dev.lockstile.auth.apikey.ApiKey#id()}
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the user has no such
     *     key
     */
    Change revokeApiKeyAs(Caller caller, UserId user, String key, String reference);

    /**
     * Revokes all API keys of the user, who receives a notice. Requires
     * {@link dev.lockstile.auth.role.AdminPermission#SESSIONS_END}.
     *
     * @param caller the authenticated caller
     * @param user the owner of the keys
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the user has no key
     */
    Change endApiKeysAs(Caller caller, UserId user, String reference);

    /**
     * Cancels a pending deletion that the owner requested. Requires
     * {@link dev.lockstile.auth.role.AdminPermission#USERS_DELETE}.
     *
     * @param caller the authenticated caller
     * @param user the account to keep
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where no deletion is
     *     pending
     */
    Change keepAs(Caller caller, UserId user, String reference);

    /**
     * {@return when an account will be deleted at its owner's request; empty where no deletion is pending} Checks no
     * permission.
     *
     * @param user the account
     */
    Optional<Instant> deletionDue(UserId user);

    /**
     * A profile and the user it belongs to.
     *
     * @param user the owner
     * @param profile of that user
     */
    record UserProfile(UserId user, ProfileId profile) {}

    /** The result of a change of an account. Only {@link #DONE} changes the account. */
    enum Change {
        /** The account was changed. */
        DONE,
        /** There was nothing to change. */
        UNCHANGED,
        /** There is no such account. */
        NOT_FOUND,
        /** Another user owns the identifier by now. */
        TAKEN,
        /** A hook of the host vetoed the change; a joined transaction is marked for rollback. */
        VETOED,
        /** Too many messages were sent to the owner: the audit trail has the request, but no link was sent. */
        THROTTLED,
        /** The caller lacks the permission, or the account or the role has more rights than the caller. */
        FORBIDDEN,
        /** The caller has a second factor that was not presented in this session. */
        SECOND_FACTOR_REQUIRED,
        /** The caller has to authenticate again. */
        STEP_UP_REQUIRED,
        /** The caller's session has ended. */
        SESSION_ENDED,
        /** The name is not a valid role, or not one that the host declared. */
        UNKNOWN_ROLE
    }
}

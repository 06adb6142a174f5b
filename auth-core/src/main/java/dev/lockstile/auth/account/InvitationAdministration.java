package dev.lockstile.auth.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Invitations on behalf of a caller, with the authorization and audit of {@link AuthorizedAdministration}. */
public interface InvitationAdministration {

    /**
     * Opens an account as {@link AuthorizedAdministration#createAs} does, and sends a link to its e-mail address, or to
     * its phone number where it has no address. With it the invited person sets the first password, once
     * ({@link PasswordChanges#confirmReset}), which verifies the address. The message is counted before the transaction
     * that opens the account, so that this cannot join a transaction that holds a connection.
     *
     * @param caller the authenticated caller
     * @param account a draft without a password that does not vouch for its identifiers
     * @param life lifetime of the link, 1 hour to 30 days
     * @param reference the reason, for the audit trail
     * @return the opened account, or the refusal; {@link dev.lockstile.auth.outcome.Refusal#THROTTLED} where too
     *     many messages were sent recently
     * @throws IllegalArgumentException for a draft with a password or vouched identifiers, and for another lifetime
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread's transaction holds a
     *     connection; nothing is written then
     */
    Outcome<UserInfo> inviteAs(Caller caller, AccountDraft account, Duration life, String reference);

    /**
     * Sends an invitation again, which revokes the former link; or the first invitation to an account that was opened
     * without one. The account is checked and the link written in two transactions.
     *
     * @param caller the authenticated caller
     * @param user the invited account
     * @param life lifetime of the link, 1 hour to 30 days
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the account has a
     *     password, a verified identifier or a sign-in; {@link Change#THROTTLED} where one was just sent or too many
     *     messages were sent recently
     * @throws IllegalArgumentException for another lifetime
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread's transaction holds a
     *     connection; nothing is written then
     */
    Change inviteAgainAs(Caller caller, UserId user, Duration life, String reference);

    /**
     * Revokes an invitation that was not used: revokes its link and marks the account as deleted. Joins the host's
     * transaction if there is one.
     *
     * @param caller the authenticated caller
     * @param user the invited account
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the account has a
     *     password, a verified identifier or a sign-in
     */
    Change revokeInvitationAs(Caller caller, UserId user, String reference);

    /**
     * {@return at most 200 invitations with valid links, the earliest to expire first} Requires the permission to read
     * accounts, and no recent authentication.
     *
     * @param caller the authenticated caller
     */
    Outcome<List<Invitation>> invitations(Caller caller);

    /**
     * An invitation that was not used yet.
     *
     * @param user the invited account
     * @param recipient the address or number that the link was sent to
     * @param sentAt when the link was sent
     * @param validUntil when the link expires
     */
    record Invitation(UserId user, String recipient, Instant sentAt, Instant validUntil) {

        /** Default lifetime of a link: 7 days. */
        public static final Duration USUAL_LIFE = Duration.ofDays(7);

        @Override
        public String toString() {
            return "Invitation[" + user + "]";
        }
    }
}

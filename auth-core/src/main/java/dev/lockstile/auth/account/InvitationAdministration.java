package dev.lockstile.auth.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Invitations on behalf of a caller, with the rights and the audit of {@link AuthorizedAdministration}. */
public interface InvitationAdministration {

    /**
     * Opens an account as {@link AuthorizedAdministration#createAs} does, and sends a link to its e-mail address, or to
     * its phone number where it has no address. The invited person sets the first password by it ({@link
     * PasswordChanges#confirmReset}), which proves the address, once. The link counts and is written by itself, so this
     * joins no transaction that holds a connection.
     *
     * @param caller the authenticated caller
     * @param account without a password, and without a word that its address is proven
     * @param life of the link, an hour to 30 days
     * @param reference the reason, for the audit trail
     * @return the opened account, or the refusal; {@link dev.lockstile.auth.outcome.Refusal#THROTTLED} where too
     *     many messages were sent of late
     * @throws IllegalArgumentException for a password, a proven address or another life
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread is in a transaction that holds a
     *     connection; nothing is written then
     */
    Outcome<UserInfo> inviteAs(Caller caller, AccountDraft account, Duration life, String reference);

    /**
     * Sends an invitation again; the link that was sent before is over. So does an account get one that was opened
     * without.
     *
     * @param caller the authenticated caller
     * @param user whose account it is
     * @param life of the link, an hour to 30 days
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the account has a password, a proof or a sign-in;
     *     {@link Change#THROTTLED} where one was sent a moment ago or too many messages of late
     * @throws IllegalArgumentException for another life
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread is in a transaction that holds a
     *     connection; nothing is written then
     */
    Change inviteAgainAs(Caller caller, UserId user, Duration life, String reference);

    /**
     * Takes an invitation back: ends its link and marks the account as deleted, while the invited person has not used
     * it.
     *
     * @param caller the authenticated caller
     * @param user whose account it is
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the account has a password, a proof or a sign-in
     */
    Change revokeInvitationAs(Caller caller, UserId user, String reference);

    /**
     * {@return the invitations whose links work, the first to expire first, up to 200} Wants the permission to read
     * accounts, and no recent proof.
     *
     * @param caller the authenticated caller
     */
    Outcome<List<Invitation>> invitations(Caller caller);

    /**
     * An invitation that waits for the invited person.
     *
     * @param user whose account was opened
     * @param recipient the address or number that the link went to
     * @param sentAt when
     * @param validUntil from then on the link is worth nothing
     */
    record Invitation(UserId user, String recipient, Instant sentAt, Instant validUntil) {

        /** For how long a link works where the caller says nothing. */
        public static final Duration USUAL_LIFE = Duration.ofDays(7);

        @Override
        public String toString() {
            return "Invitation[" + user + "]";
        }
    }
}

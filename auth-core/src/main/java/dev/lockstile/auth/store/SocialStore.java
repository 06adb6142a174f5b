package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts at other sites, read and written in the transaction of an {@link AuthTx}. An unlinked account keeps its row,
 * which only {@link #isUnlinked}, {@link #insert} and {@link #removeAll} consider.
 */
public interface SocialStore {

    /** {@return true when the store has a table for accounts at other sites} */
    boolean isMapped();

    /**
     * {@return the linked account with this provider and subject whose issuer is this one or, as in an imported row,
     * not stored; empty when there is none} Needs one index lookup.
     *
     * @param key provider, issuer and subject
     */
    Optional<StoredSocialAccount> byKey(SocialKey key);

    /**
     * {@return true when the user has unlinked this account and not linked it again, even if another user has linked it
     * since}
     *
     * @param user the user who may have unlinked the account
     * @param key provider, issuer and subject
     */
    boolean isUnlinked(UserId user, SocialKey key);

    /**
     * Links an account to a user. A row in which this user has unlinked it is replaced; rows of other users who have
     * unlinked it stay. An account that is linked to any user makes the enclosing work fail with
     * {@link KeyTakenException}.
     *
     * @param user the user
     * @param identity the account, with the values that the provider sent
     * @param now the time at which the flow began
     */
    void insert(UserId user, SocialIdentity identity, Instant now);

    /**
     * Notes a sign-in and the issuer and e-mail address that the provider sent, with one conditional update. The
     * account must be linked, not suspended, not revoked after the sign-in began, and have this issuer or none. The
     * sign-in counts as a {@link #resume} at the time when it began.
     *
     * @param id key of the row
     * @param said the values that the provider sent
     * @param begunAt when the sign-in began, not after the request to the provider
     * @param now the time at which the flow began
     * @return false when a condition is not met
     */
    boolean recordLogin(SocialAccountId id, SocialIdentity said, Instant begunAt, Instant now);

    /**
     * Sets the issuer of a user's linked account that has none, with one conditional update.
     *
     * @param user the user
     * @param id key of the row
     * @param issuer the issuer of the subject
     * @param now the time at which the flow began
     * @return false when the account has an issuer, is not linked, or belongs to another user
     */
    boolean completeIssuer(UserId user, SocialAccountId id, String issuer, Instant now);

    /**
     * Notes an event of the provider that the account was disabled, with one conditional update. Events may arrive in
     * any order: the account is suspended when its last suspension is not older than its last resumption.
     *
     * @param id key of the row
     * @param at when the provider disabled the account
     * @param now the time at which the flow began
     * @return false when the account is not linked, or an event of this kind and of this time or later is stored
     */
    boolean suspend(SocialAccountId id, Instant at, Instant now);

    /**
     * Notes an event of the provider that the account was enabled, as {@link #suspend} does.
     *
     * @param id key of the row
     * @param at when the provider enabled the account
     * @param now the time at which the flow began
     * @return false when the account is not linked, or an event of this kind and of this time or later is stored
     */
    boolean resume(SocialAccountId id, Instant at, Instant now);

    /**
     * Notes an event of the provider that revokes earlier sign-ins, as {@link #suspend} does. Sign-ins that began
     * before {@code at} are refused from then on.
     *
     * @param id key of the row
     * @param at when the provider revoked the sign-ins
     * @param now the time at which the flow began
     * @return false when the account is not linked, or an event of this kind and of this time or later is stored
     */
    boolean revoke(SocialAccountId id, Instant at, Instant now);

    /**
     * Ends the suspension of a user's linked account regardless of the provider's events, with one conditional update.
     * An event of a later time than {@code now} suspends the account again.
     *
     * @param user the user
     * @param id key of the row
     * @param now the time at which the flow began
     * @return false when the account is not suspended, is not linked, or belongs to another user
     */
    boolean liftSuspension(UserId user, SocialAccountId id, Instant now);

    /**
     * {@return the linked accounts of a user, oldest first}
     *
     * @param user the user
     */
    List<StoredSocialAccount> of(UserId user);

    /**
     * Unlinks an account of a user, with one conditional update.
     *
     * @param user the user
     * @param id key of the row
     * @param now the time at which the flow began
     * @return false when the account is not linked or belongs to another user
     */
    boolean unlink(UserId user, SocialAccountId id, Instant now);

    /**
     * Unlinks an account of a user if another linked account can sign the user in ({@link ServedProviders#letIn}), with
     * one conditional update. The caller must hold a lock on the user's row, so that concurrent calls leave one
     * account.
     *
     * @param user the user
     * @param id key of the row
     * @param providers the providers that the host serves
     * @param now the time at which the flow began
     * @return false when the account is not linked, belongs to another user, or is the last one
     */
    boolean unlinkUnlessLast(UserId user, SocialAccountId id, ServedProviders providers, Instant now);

    /**
     * Removes all rows of a user, those of unlinked accounts included.
     *
     * @param user the user
     * @return the number of rows removed
     */
    int removeAll(UserId user);

    /**
     * The identity of an account at another site (OpenID Connect Core 5.7).
     *
     * @param provider the name that the host gave the provider
     * @param issuer the issuer of the subject
     * @param subject the issuer's id of the account; the issuer never assigns it to another account
     */
    record SocialKey(String provider, String issuer, String subject) {

        @Override
        public String toString() {
            return "SocialKey[" + provider + "]";
        }
    }

    /**
     * A linked account at another site as read.
     *
     * @param id key of the row
     * @param user the user
     * @param identity the account, with the values that the provider last sent
     * @param linkedAt when the account was linked or imported
     * @param status the state according to the provider's events
     */
    record StoredSocialAccount(
            SocialAccountId id, UserId user, SocialIdentity identity, Instant linkedAt, Status status) {

        /** {@return true while the provider has disabled the account, so that it cannot sign its user in} */
        public boolean suspended() {
            return status.suspended();
        }

        /**
         * The state of an account according to the provider's events.
         *
         * @param suspended true while the provider has disabled the account
         * @param enabledAt when the account was last known to be enabled, from an event of the provider, a sign-in or
         *     an administrator; null when it never was
         * @param revokedAt time of the last event that revokes earlier sign-ins; null when there was none
         */
        public record Status(
                boolean suspended,
                @Nullable Instant enabledAt,
                @Nullable Instant revokedAt) {

            /**
             * {@return true when the account is suspended, or the sign-in was revoked after it began}
             *
             * @param begunAt when the sign-in at the provider began
             */
            public boolean refuses(Instant begunAt) {
                return suspended || (revokedAt != null && revokedAt.isAfter(begunAt));
            }
        }
    }
}

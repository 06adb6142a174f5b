package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts at other sites, in a transaction. One that was unlinked is found by {@link #isUnlinked} alone. */
public interface SocialStore {

    /** {@return true when the host keeps social accounts at all} */
    boolean isMapped();

    /**
     * {@return the account of that key, in one index probe; also one of that provider and subject without an issuer,
     * which came by an import; empty when it is not linked}
     *
     * @param key provider, issuer and the issuer's own id
     */
    Optional<StoredSocialAccount> byKey(SocialKey key);

    /**
     * {@return true when the user has taken the link to this account away and has not put it back, also when another
     * user has linked it since}
     *
     * @param user whose accounts
     * @param key provider, issuer and the issuer's own id
     */
    boolean isUnlinked(UserId user, SocialKey key);

    /**
     * Links an account, in the place of one that this user has unlinked; what others have unlinked stays so. One that
     * is linked already, to whomever, ends the work with {@link KeyTakenException}.
     *
     * @param user whose accounts
     * @param identity as the provider vouches for it
     * @param now the time of the flow
     */
    void insert(UserId user, SocialIdentity identity, Instant now);

    /**
     * Records a sign-in with the provider's data, if the account is linked, is not suspended, was not revoked after the
     * sign-in was started, and has that issuer or none: one conditional update. The subject is unchanged. Since the
     * provider authenticated the user, the account was enabled at that time, as with {@link #resume}; later events are
     * kept.
     *
     * @param id key of the row
     * @param said what the provider said at the sign-in
     * @param begunAt a time not after the request to the provider
     * @param now the time of the flow
     * @return false when it is not linked, is suspended, was revoked since or has another issuer
     */
    boolean recordLogin(SocialAccountId id, SocialIdentity said, Instant begunAt, Instant now);

    /**
     * Gives a linked account of a user that has no issuer this one: one conditional update.
     *
     * @param user whose accounts
     * @param id key of the row
     * @param issuer who gave out the id
     * @param now the time of the flow
     * @return false when it has an issuer by now, is not linked any more, or is another user's
     */
    boolean completeIssuer(UserId user, SocialAccountId id, String issuer, Instant now);

    /**
     * Suspends a linked account that its provider has disabled: one conditional update. An account is suspended while
     * the latest suspension is not older than the latest resumption, in whatever order the events arrive.
     *
     * @param id key of the row
     * @param at when the provider disabled the account
     * @param now the time of the flow
     * @return false when it is not linked, or a suspension of that time or later is known
     */
    boolean suspend(SocialAccountId id, Instant at, Instant now);

    /**
     * Ends a suspension, as the provider has enabled the account then: as {@link #suspend}.
     *
     * @param id key of the row
     * @param at when the provider enabled the account
     * @param now the time of the flow
     * @return false when it is not linked, or a resumption of that time or later is known
     */
    boolean resume(SocialAccountId id, Instant at, Instant now);

    /**
     * Ends what was begun before, as the provider has revoked it then: as {@link #suspend}.
     *
     * @param id key of the row
     * @param at when the provider revoked it
     * @param now the time of the flow
     * @return false when it is not linked, or a revocation of that time or later is known
     */
    boolean revoke(SocialAccountId id, Instant at, Instant now);

    /**
     * Ends a suspension of a linked account of a user whatever the provider said: one conditional update. What it says
     * of a later time than now suspends it again.
     *
     * @param user whose account
     * @param id key of the row
     * @param now the time of the flow
     * @return false when it is not suspended, not linked, or another user's
     */
    boolean liftSuspension(UserId user, SocialAccountId id, Instant now);

    /**
     * {@return the accounts at other sites that are linked to a user, oldest first}
     *
     * @param user whose accounts
     */
    List<StoredSocialAccount> of(UserId user);

    /**
     * Takes the link of a user away: one conditional update.
     *
     * @param user whose accounts
     * @param id key of the row
     * @param now the time of the flow
     * @return false when it is gone, or another user's
     */
    boolean unlink(UserId user, SocialAccountId id, Instant now);

    /**
     * Takes the link of a user away while another account that these providers let in ({@link ServedProviders#letIn})
     * is linked to the user: one conditional update, of a user whose row the transaction holds, so that of two who take
     * the last two away one does.
     *
     * @param user whose accounts
     * @param id key of the row
     * @param providers those that are served now
     * @param now the time of the flow
     * @return false when it is gone, another user's, or the last one
     */
    boolean unlinkUnlessLast(UserId user, SocialAccountId id, ServedProviders providers, Instant now);

    /**
     * Removes all accounts of a user, unlinked ones too, without a trace.
     *
     * @param user whose accounts
     * @return how many there were
     */
    int removeAll(UserId user);

    /**
     * What an account at another site is known by (OpenID Connect Core 5.7).
     *
     * @param provider the name it has in this application
     * @param issuer who gave out the subject
     * @param subject unique with the issuer, and never given to another person
     */
    record SocialKey(String provider, String issuer, String subject) {

        @Override
        public String toString() {
            return "SocialKey[" + provider + "]";
        }
    }

    /**
     * An account at another site as it was read.
     *
     * @param id key of the row
     * @param user whose it is
     * @param identity as the provider last vouched for it
     * @param linkedAt when it was linked, or came by an import
     * @param status the events of its provider
     */
    record StoredSocialAccount(
            SocialAccountId id, UserId user, SocialIdentity identity, Instant linkedAt, Status status) {

        /** {@return true while its provider has it disabled: then it signs no account in} */
        public boolean suspended() {
            return status.suspended();
        }

        /**
         * The events of its provider.
         *
         * @param suspended true while it is disabled there
         * @param enabledAt when the provider last showed that it is enabled, by an event or by letting its holder in,
         *     or an administrator lifted its suspension; null where neither is known
         * @param revokedAt when the provider last revoked what it had vouched for; null for never
         */
        public record Status(
                boolean suspended,
                @Nullable Instant enabledAt,
                @Nullable Instant revokedAt) {

            /**
             * {@return true when the proof signs in no account, since the account is disabled or the proof revoked}
             *
             * @param begunAt when the proof was begun
             */
            public boolean refuses(Instant begunAt) {
                return suspended || (revokedAt != null && revokedAt.isAfter(begunAt));
            }
        }
    }
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts at other sites, in a transaction. One that was unlinked is found by {@link #isUnlinked} alone. */
public interface SocialStore {

    /** True when the host keeps social accounts at all. */
    boolean isKept();

    /**
     * The account of that key, one index probe; also one of that provider and subject without an issuer, which came by an
     * import.
     */
    Optional<StoredSocialAccount> byKey(SocialKey key);

    /** True when the user has taken the link to this account away and has not put it back, whoever has linked it since. */
    boolean isUnlinked(UserId user, SocialKey key);

    /**
     * Links an account, in the place of one that this user has unlinked; what others have unlinked stays so. One that is linked already, to whomever, ends the work with
     * {@link KeyTakenException}.
     */
    void insert(UserId user, SocialIdentity identity, Instant now);

    /**
     * Notes a sign-in and what the provider said at it, if the account is linked, is not suspended, and has that issuer or
     * none: one conditional update. The subject stays.
     */
    boolean recordLogin(SocialAccountId id, SocialIdentity said, Instant now);

    /**
     * Gives a linked account of a user that has no issuer this one: one conditional update.
     *
     * @return false when it has an issuer by now, is not linked any more, or is another user's
     */
    boolean completeIssuer(UserId user, SocialAccountId id, String issuer, Instant now);

    /**
     * Suspends an account that is linked, as its provider has disabled it then: one conditional update. An account is
     * suspended while the latest suspension is not older than the latest resumption, in whatever order they are told.
     *
     * @return false when it is not linked, or a suspension of that time or later is known
     */
    boolean suspend(SocialAccountId id, Instant at, Instant now);

    /** Ends a suspension, as the provider has enabled the account then: as {@link #suspend}. */
    boolean resume(SocialAccountId id, Instant at, Instant now);

    /** The accounts at other sites that are linked to a user, oldest first. */
    List<StoredSocialAccount> of(UserId user);

    /** Takes the link of a user away: one conditional update. @return false when it is gone, or another user's */
    boolean unlink(UserId user, SocialAccountId id, Instant now);

    /**
     * The same while another account that these providers let in ({@link ServedProviders#letIn}) is linked to the user: one
     * conditional update, of a user whose row the transaction holds, so that of two who take the last two away one does.
     */
    boolean unlinkUnlessLast(UserId user, SocialAccountId id, ServedProviders providers, Instant now);

    /** Removes all of a user, unlinked ones too, without a trace. @return how many there were */
    int removeAll(UserId user);
}

package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides on ID tokens that come without a nonce: only where the host allows them, only for a sign-in, each once, and
 * five minutes after they were issued at the latest.
 */
final class IdTokenWithoutNonce {

    private static final Duration LONGEST_AGE = Duration.ofMinutes(5);

    private final SocialSites sites;
    private final SocialTransactions transactions;

    IdTokenWithoutNonce(SocialSites sites, SocialTransactions transactions) {
        this.sites = sites;
        this.transactions = transactions;
    }

    /** Refuses what has to come in a transaction. */
    void check(SocialProof proof, @Nullable Caller caller) {
        if (!isAllowed(proof) || caller != null) { // nothing would tie a link to its session
            throw SocialRefusedException.of(Refusal.TRANSACTION_REQUIRED);
        }
    }

    /** Whether a proof could also come without a nonce. */
    boolean isAllowed(SocialProof proof) {
        return sites.settings().idTokenWithoutNonce() && proof instanceof SocialProof.IdToken;
    }

    /** When the token of that person was issued, now at the latest; refuses one that is too old. */
    Instant issuedAt(SocialPerson person, Instant now) {
        Instant issued = person.issuedAt();
        if (issued == null || issued.plus(LONGEST_AGE).isBefore(now) || issued.isAfter(now.plus(ProviderClock.SKEW))) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "too old to come without a nonce", null);
        }
        return issued.isAfter(now) ? now : issued;
    }

    /**
     * A token is written down until it is too old to be shown without a transaction, and no transaction for it is open.
     */
    SocialTicket.Token ticket(SocialPerson person, Instant now) {
        Instant issued = person.issuedAt();
        Instant young = issued == null ? now : issued.plus(LONGEST_AGE).plus(ProviderClock.SKEW);
        Instant open = now.plus(SocialTransactions.TTL);
        return new SocialTicket.Token(transactions.token(person.tokenDigest()), young.isAfter(open) ? young : open);
    }
}

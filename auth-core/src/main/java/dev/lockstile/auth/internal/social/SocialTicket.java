package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ChallengeStore;
import java.time.Instant;

/** What a proof is used up by, in the transaction that believes it: one winner. */
sealed interface SocialTicket {

    /** @return false when another request was first */
    boolean spend(AuthTx tx, Instant now);

    /** The transaction that the proof was made for. */
    record Transaction(String digest) implements SocialTicket {
        @Override
        public boolean spend(AuthTx tx, Instant now) {
            return tx.factors().challenges().use(digest, now);
        }
    }

    /** Both: a token that could be shown once more without its transaction. */
    record TokenInTransaction(Transaction transaction, Token token) implements SocialTicket {
        @Override
        public boolean spend(AuthTx tx, Instant now) {
            return transaction.spend(tx, now) && token.spend(tx, now);
        }
    }

    /** The token itself, written down until it is too old to be shown again. */
    record Token(String digest, Instant until) implements SocialTicket {
        @Override
        public boolean spend(AuthTx tx, Instant now) {
            ChallengeStore challenges = tx.factors().challenges();
            if (challenges.byDigest(digest).isPresent()) {
                return false;
            }
            challenges.insert(
                    new AuthChallenge(
                            digest,
                            AuthChallenge.Kind.SOCIAL_TOKEN,
                            new AuthChallenge.Binding(null, null, null, null),
                            null,
                            null,
                            new AuthChallenge.Use(0, 1, until, now)),
                    now);
            return true;
        }
    }
}

package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.draft.WantedIdentifier;
import dev.lockstile.auth.migrate.draft.Wish;
import dev.lockstile.auth.model.SocialIdentity;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides, before anything is written, to whom an identifier goes that several old accounts have: an account that may
 * sign in before one that may not, then verified before unverified, then the older. A deleted account is no candidate.
 * Holds one entry per identifier of the source.
 */
final class OwnerElection {

    private final Map<String, Contender> best = new HashMap<>();
    private final Map<SocialIdentityKey, Origin> socials = new HashMap<>();

    /** Enters a user's sign-in names. */
    void enter(UserDraft user) {
        if (!user.isLive()) {
            return;
        }
        for (WantedIdentifier wanted : user.identifiers()) {
            if (wanted.isSignInName()) {
                Contender contender = new Contender(user, wanted.wish() == Wish.OWN_IF_FREE);
                best.merge(wanted.identifier().key(), contender, Contender::better);
            }
        }
    }

    /** True when the identifier goes to this user. */
    boolean goesTo(UserDraft user, WantedIdentifier wanted) {
        Contender winner = best.get(wanted.identifier().key());
        return winner != null && winner.origin().key().equals(user.origin().key());
    }

    /** True when somebody in the source has the identifier of that key as a sign-in name. */
    boolean isWanted(String key) {
        return best.containsKey(key);
    }

    /** True for the first old row, and only for it, that names this account at another site. */
    boolean firstToName(SocialIdentity identity, Origin origin) {
        SocialIdentityKey key = new SocialIdentityKey(identity.provider(), identity.providerUserId());
        Origin first = socials.putIfAbsent(key, origin);
        return first == null || first.key().equals(origin.key());
    }

    private record SocialIdentityKey(String provider, String id) {}

    private record Contender(Origin origin, boolean onlyIfFree, boolean maySignIn, boolean verified, Instant created) {

        private static final Comparator<Contender> ORDER = Comparator.comparing(Contender::onlyIfFree)
                .thenComparing(c -> !c.maySignIn())
                .thenComparing(c -> !c.verified())
                .thenComparing(Contender::created)
                .thenComparing(c -> c.origin().key(), KeyOrder.KEYS);

        Contender(UserDraft user, boolean onlyIfFree) {
            this(
                    user.origin(),
                    onlyIfFree,
                    user.standing().mayAct(),
                    user.verified(),
                    user.times().createdAt());
        }

        static Contender better(Contender one, Contender other) {
            return ORDER.compare(one, other) <= 0 ? one : other;
        }
    }
}

package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.Precedence;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.draft.WantedIdentifier;
import dev.lockstile.auth.migrate.draft.Wish;
import dev.lockstile.auth.model.SocialIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides, before anything is written, to whom an identifier goes that several old accounts have. A deleted account is no
 * candidate, and one of a companion table comes behind all main ones. Ballots go to disk beyond a few megabytes; only
 * the identifiers that several want stay in memory. Entering is for one thread, asking for many.
 */
final class OwnerElection implements AutoCloseable {

    private static final int BOXES = 256;

    private final Comparator<Ballot> order;
    private final boolean provesChanges;
    private final List<BallotBox> boxes =
            IntStream.range(0, BOXES).mapToObj(any -> new BallotBox()).toList();
    private final Map<Digest, Winner> contested = new ConcurrentHashMap<>();
    private final Map<Digest, Long> socials = new ConcurrentHashMap<>();
    private long entered;

    /** @param provesChanges false where a mark of verification may have been set for another identifier */
    OwnerElection(DuplicatePolicy policy, boolean provesChanges) {
        this.order = Ballot.order(policy);
        this.provesChanges = provesChanges;
    }

    /** Enters a user's sign-in names. */
    void enter(UserDraft user) {
        if (!user.isLive() || user.refusal() != null) {
            return;
        }
        long place = entered++;
        for (WantedIdentifier wanted : user.identifiers()) {
            if (wanted.isSignInName()) {
                add(ballot(user, wanted.identifier().key(), place, flags(user, wanted)));
            }
            if (wanted.unlessEmailKey() != null) {
                add(ballot(user, wanted.unlessEmailKey(), place, Ballot.QUESTION));
            }
        }
    }

    /** Counts; nobody enters any more. */
    void count() {
        boxes.forEach(box -> count(box.empty()));
    }

    /** True when the identifier goes to this user. */
    boolean goesTo(UserDraft user, WantedIdentifier wanted) {
        Winner winner = contested.get(Digest.of(wanted.identifier().key()));
        return winner == null || winner.account == account(user.origin());
    }

    /**
     * True when a mark of verification is to be believed for an identifier. Where marks stay when addresses change, it is
     * not for one that several old accounts have: it can have been set for one of them at most, and no row says for which.
     */
    boolean believes(WantedIdentifier wanted) {
        Winner winner = contested.get(Digest.of(wanted.identifier().key()));
        return provesChanges || winner == null || winner.alone;
    }

    /** True when somebody else in the source has the identifier of that key as a sign-in name. */
    boolean isWanted(String key) {
        return contested.containsKey(Digest.of(key));
    }

    /** True when the identifier of that key goes to an account of a main table. */
    boolean goesToMain(String key) {
        Winner winner = contested.get(Digest.of(key));
        return winner != null && !winner.companion;
    }

    /** Notes that the winner of a contested identifier has come in. */
    void granted(String key, Origin user, boolean hasPassword, boolean hasRights) {
        Winner winner = contested.get(Digest.of(key));
        if (winner != null) {
            winner.origin = user.withoutRow();
            winner.hasPassword = hasPassword;
            winner.hasRights = hasRights;
            winner.cameNow = true;
        }
    }

    /** True when the winner of a contested identifier has come in with this very run, as far as this process knows. */
    boolean cameNow(String key) {
        Winner winner = contested.get(Digest.of(key));
        return winner != null && winner.cameNow;
    }

    /** Notes that a user who came in earlier is here, wherever it is this user who wins. */
    void known(UserDraft user) {
        for (WantedIdentifier wanted : user.identifiers()) {
            Winner winner = contested.get(Digest.of(wanted.identifier().key()));
            if (winner != null && winner.account == account(user.origin()) && winner.hasPassword == null) {
                winner.origin = user.origin().withoutRow();
                winner.hasPassword = false;
            }
        }
    }

    /** Whether the winner has a password; empty while it has not come in. */
    Optional<Boolean> winnerHasPassword(String key) {
        return Optional.ofNullable(contested.get(Digest.of(key))).map(winner -> winner.hasPassword);
    }

    /** True when the winner has come in as staff or superuser. */
    boolean winnerHasRights(String key) {
        Winner winner = contested.get(Digest.of(key));
        return winner != null && winner.hasRights;
    }

    /** The old row of the winner; empty while it has not come in. */
    Optional<Origin> winner(String key) {
        return Optional.ofNullable(contested.get(Digest.of(key))).map(winner -> winner.origin);
    }

    /** True for the first old row, and only for it, that names this account at another site. */
    boolean firstToName(SocialIdentity identity, Origin origin) {
        Digest key = Digest.of(identity.provider() + '\n' + identity.providerUserId());
        long account = account(origin);
        Long first = socials.putIfAbsent(key, account);
        return first == null || first == account;
    }

    @Override
    public void close() {
        boxes.forEach(BallotBox::close);
    }

    private void count(List<Ballot> ballots) {
        ballots.sort(Ballot.BY_KEY);
        for (int from = 0; from < ballots.size(); ) {
            int to = from + 1;
            while (to < ballots.size() && ballots.get(to).isAbout(ballots.get(from))) {
                to++;
            }
            if (to - from > 1) {
                decide(ballots.subList(from, to));
            }
            from = to;
        }
    }

    private void decide(List<Ballot> wishes) {
        List<Ballot> candidates =
                wishes.stream().filter(wish -> !wish.has(Ballot.QUESTION)).toList();
        candidates.stream().min(order).ifPresent(best -> {
            Digest key = new Digest(best.keyHigh(), best.keyLow());
            boolean alone = candidates.stream().allMatch(wish -> wish.account() == best.account());
            contested.put(key, new Winner(best.account(), best.has(Ballot.COMPANION), alone));
        });
    }

    private void add(Ballot ballot) {
        boxes.get((int) Math.floorMod(ballot.keyHigh(), (long) BOXES)).add(ballot);
    }

    private static Ballot ballot(UserDraft user, String key, long place, byte flags) {
        Digest digest = Digest.of(key);
        long createdAt = user.times().createdAt().getEpochSecond() * 1_000_000
                + user.times().createdAt().getNano() / 1000;
        return new Ballot(digest.high(), digest.low(), account(user.origin()), place, createdAt, flags);
    }

    private static byte flags(UserDraft user, WantedIdentifier wanted) {
        int flags = wanted.wish() == Wish.OWN_IF_FREE ? Ballot.ONLY_IF_FREE : 0;
        flags |= user.trust().precedence() == Precedence.MAIN ? 0 : Ballot.COMPANION;
        flags |= user.standing().mayAct() ? 0 : Ballot.MAY_NOT_SIGN_IN;
        flags |= user.trust().verified() ? 0 : Ballot.UNVERIFIED;
        return (byte) flags;
    }

    private static long account(Origin origin) {
        return Digest.of(origin.entity().text() + '|' + origin.legacyId()).high();
    }

    /** Who gets a contested identifier. */
    private static final class Winner {

        private final long account;
        private final boolean companion;
        private final boolean alone;
        private volatile @Nullable Origin origin;
        private volatile @Nullable Boolean hasPassword;
        private volatile boolean hasRights;
        private volatile boolean cameNow;

        /** @param alone everybody else only asks whether somebody has it */
        Winner(long account, boolean companion, boolean alone) {
            this.account = account;
            this.companion = companion;
            this.alone = alone;
        }
    }
}

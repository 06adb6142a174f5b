package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.model.SocialIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides before the first write which account keeps an identifier that several source accounts have, by the rules of
 * {@link ConflictResolver}. Deleted accounts keep none. Candidates beyond a few megabytes are on disk; only identifiers
 * with several candidates stay in memory. One thread enters users, then many may ask.
 */
public final class IdentifierConflicts implements AutoCloseable {

    private static final int PARTITIONS = 256;

    private final ConflictResolver resolver;
    private final boolean provesChanges;
    private final List<CandidatePartition> partitions = IntStream.range(0, PARTITIONS)
            .mapToObj(any -> new CandidatePartition())
            .toList();
    private final Map<ShortDigest, Winner> contested = new ConcurrentHashMap<>();
    private final Map<ShortDigest, Long> socials = new ConcurrentHashMap<>();
    private long entered;

    /** @param provesChanges false where the source keeps a mark of verification when the identifier changes */
    public IdentifierConflicts(DuplicatePolicy policy, boolean provesChanges) {
        this.resolver = new ConflictResolver(policy);
        this.provesChanges = provesChanges;
    }

    /** Enters a user's sign-in names as candidates. */
    public void enter(UserDraft user) {
        enter(user, true);
    }

    /** @param taken false for a user outside of the sample, who is a candidate and is not imported */
    public void enter(UserDraft user, boolean taken) {
        if (!user.isLive() || user.refusal() != null) {
            return;
        }
        Entered person = new Entered(
                account(user.origin()), entered++, micros(user.times().createdAt()));
        for (WantedIdentifier wanted : user.identifiers()) {
            if (wanted.isSignInName()) {
                add(person.candidate(wanted.identifier().key(), flags(user, wanted, taken)));
            }
            if (wanted.unlessEmailKey() != null) {
                add(person.candidate(wanted.unlessEmailKey(), IdentifierCandidate.QUESTION));
            }
        }
    }

    /** Decides who keeps each identifier; called once, after the last user is entered. */
    public void count() {
        partitions.forEach(partition -> count(partition.empty()));
    }

    /** Returns true when this user keeps the identifier. */
    public boolean goesTo(UserDraft user, WantedIdentifier wanted) {
        Winner winner = contested.get(ShortDigest.of(wanted.identifier().key()));
        return winner == null || winner.account == account(user.origin());
    }

    /**
     * Returns true when an identifier counts as proven. Where the source keeps marks of verification when addresses
     * change, an identifier of several accounts does not: the mark was set for one of them at most, and no row says for
     * which. The operator's word ({@link WantedIdentifier#vouched}) does not decide between two accounts either; a
     * second row of a person is not another account.
     */
    boolean proves(WantedIdentifier wanted) {
        Winner winner = contested.get(ShortDigest.of(wanted.identifier().key()));
        boolean alone = winner == null || winner.alone;
        boolean oneAccount = winner == null || winner.oneAccount;
        return wanted.marked() && (provesChanges || alone) || wanted.vouched() && (provesChanges ? oneAccount : alone);
    }

    /** Returns true when another account of the source has the identifier of that key as a sign-in name. */
    public boolean isWanted(String key) {
        return contested.containsKey(ShortDigest.of(key));
    }

    /** Returns true when an account of a main table keeps the identifier of that key. */
    boolean goesToMain(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && !winner.companion;
    }

    /** Returns true when an account outside of the sample keeps the identifier. */
    public boolean goesOutside(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && winner.outside;
    }

    /** Records that the account which keeps a contested identifier was imported. */
    public void granted(String key, Origin user, boolean hasPassword, boolean hasRights) {
        Winner winner = contested.get(ShortDigest.of(key));
        if (winner != null) {
            winner.origin = user.withoutRow();
            winner.hasPassword = hasPassword;
            winner.hasRights = hasRights;
            winner.importedNow = true;
        }
    }

    /** Returns true when this process has imported the account that keeps a contested identifier. */
    public boolean importedNow(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && winner.importedNow;
    }

    /** Records for each contested identifier that this user keeps that an earlier run imported the user. */
    public void known(UserDraft user) {
        for (WantedIdentifier wanted : user.identifiers()) {
            Winner winner = contested.get(ShortDigest.of(wanted.identifier().key()));
            if (winner != null && winner.account == account(user.origin()) && winner.hasPassword == null) {
                winner.origin = user.origin().withoutRow();
                winner.hasPassword = false;
            }
        }
    }

    /**
     * Returns true when this process imported the account that keeps the identifier, with a password; false when it had
     * none, or an earlier run imported it; empty while it is not imported.
     */
    public Optional<Boolean> winnerHasPassword(String key) {
        return Optional.ofNullable(contested.get(ShortDigest.of(key))).map(winner -> winner.hasPassword);
    }

    /** Returns true when this process imported the account that keeps the identifier as staff or superuser. */
    public boolean winnerHasRights(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && winner.hasRights;
    }

    /** Returns the source row of the account that keeps the identifier; empty while it is not imported. */
    public Optional<Origin> winner(String key) {
        return Optional.ofNullable(contested.get(ShortDigest.of(key))).map(winner -> winner.origin);
    }

    /** Returns true for the first source row, and only for it, that names this account at another site. */
    public boolean firstToName(SocialIdentity identity, Origin origin) {
        ShortDigest key = ShortDigest.of(identity.provider() + '\n' + identity.providerUserId());
        long account = account(origin);
        Long first = socials.putIfAbsent(key, account);
        return first == null || first == account;
    }

    @Override
    public void close() {
        partitions.forEach(CandidatePartition::close);
    }

    private void count(List<IdentifierCandidate> candidates) {
        candidates.sort(IdentifierCandidate.BY_KEY);
        for (int from = 0; from < candidates.size(); ) {
            int to = from + 1;
            while (to < candidates.size() && candidates.get(to).isAbout(candidates.get(from))) {
                to++;
            }
            if (to - from > 1) {
                decide(candidates.subList(from, to));
            }
            from = to;
        }
    }

    private void decide(List<IdentifierCandidate> requests) {
        resolver.resolve(requests).ifPresent(resolution -> {
            IdentifierCandidate best = resolution.winner();
            contested.put(new ShortDigest(best.keyHigh(), best.keyLow()), new Winner(resolution));
        });
    }

    private void add(IdentifierCandidate candidate) {
        partitions
                .get((int) Math.floorMod(candidate.keyHigh(), (long) PARTITIONS))
                .add(candidate);
    }

    /** The values that all candidates of a user share. */
    private record Entered(long account, long place, long createdAt) {

        IdentifierCandidate candidate(String key, byte flags) {
            ShortDigest digest = ShortDigest.of(key);
            return new IdentifierCandidate(digest.high(), digest.low(), account, place, createdAt, flags);
        }
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    private static byte flags(UserDraft user, WantedIdentifier wanted, boolean taken) {
        int flags = wanted.requested() == RequestedIdentifier.OWN_IF_FREE ? IdentifierCandidate.ONLY_IF_FREE : 0;
        flags |= user.trust().precedence() == Precedence.MAIN ? 0 : IdentifierCandidate.COMPANION;
        flags |= user.status().mayAct() ? 0 : IdentifierCandidate.MAY_NOT_SIGN_IN;
        flags |= user.trust().verified() ? 0 : IdentifierCandidate.UNVERIFIED;
        flags |= taken ? 0 : IdentifierCandidate.OUTSIDE;
        return (byte) flags;
    }

    private static long account(Origin origin) {
        return ShortDigest.of(origin.entity().text() + '|' + origin.legacyId()).high();
    }

    /** The account that keeps a contested identifier. */
    private static final class Winner {

        private final long account;
        private final boolean companion;
        private final boolean outside;
        private final boolean alone;
        private final boolean oneAccount;
        private volatile @Nullable Origin origin;
        private volatile @Nullable Boolean hasPassword;
        private volatile boolean hasRights;
        private volatile boolean importedNow;

        Winner(ConflictResolver.Resolution resolution) {
            this.account = resolution.winner().account();
            this.companion = resolution.winner().has(IdentifierCandidate.COMPANION);
            this.outside = resolution.winner().has(IdentifierCandidate.OUTSIDE);
            this.alone = resolution.alone();
            this.oneAccount = resolution.oneAccount();
        }
    }
}

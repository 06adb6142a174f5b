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
 * Knows, before anything is written, to whom an identifier goes that several old accounts have, as
 * {@link ConflictResolver} decides. A deleted account is no candidate. Candidates go to disk beyond a few megabytes;
 * only the identifiers that several want stay in memory. Entering is for one thread, asking for many.
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

    /** @param provesChanges false where a mark of verification may have been set for another identifier */
    public IdentifierConflicts(DuplicatePolicy policy, boolean provesChanges) {
        this.resolver = new ConflictResolver(policy);
        this.provesChanges = provesChanges;
    }

    /** Enters a user's sign-in names. */
    public void enter(UserDraft user) {
        enter(user, true);
    }

    /** @param taken false for a person outside of the sample, who counts and does not come in */
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

    /** True when the identifier goes to this user. */
    public boolean goesTo(UserDraft user, WantedIdentifier wanted) {
        Winner winner = contested.get(ShortDigest.of(wanted.identifier().key()));
        return winner == null || winner.account == account(user.origin());
    }

    /**
     * True when an identifier counts as proven. Where marks of verification stay when addresses change, an identifier
     * of several old accounts does not: the mark was set for one of them at most, and no row says for which. The word
     * of the operator ({@link WantedIdentifier#vouched}) does not decide between two accounts either; a second row of a
     * person is no account.
     */
    boolean proves(WantedIdentifier wanted) {
        Winner winner = contested.get(ShortDigest.of(wanted.identifier().key()));
        boolean alone = winner == null || winner.alone;
        boolean oneAccount = winner == null || winner.oneAccount;
        return wanted.marked() && (provesChanges || alone) || wanted.vouched() && (provesChanges ? oneAccount : alone);
    }

    /** True when another account of the source has the identifier of that key as a sign-in name. */
    public boolean isWanted(String key) {
        return contested.containsKey(ShortDigest.of(key));
    }

    /** True when the identifier of that key goes to an account of a main table. */
    boolean goesToMain(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && !winner.companion;
    }

    /** True when an identifier goes to an account that is outside of the sample. */
    public boolean goesOutside(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && winner.outside;
    }

    /** Notes that the winner of a contested identifier has come in. */
    public void granted(String key, Origin user, boolean hasPassword, boolean hasRights) {
        Winner winner = contested.get(ShortDigest.of(key));
        if (winner != null) {
            winner.origin = user.withoutRow();
            winner.hasPassword = hasPassword;
            winner.hasRights = hasRights;
            winner.importedNow = true;
        }
    }

    /** True when the winner of a contested identifier has come in with this very run, as far as this process knows. */
    public boolean importedNow(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && winner.importedNow;
    }

    /** Notes for each contested identifier that this user keeps that the user was imported earlier. */
    public void known(UserDraft user) {
        for (WantedIdentifier wanted : user.identifiers()) {
            Winner winner = contested.get(ShortDigest.of(wanted.identifier().key()));
            if (winner != null && winner.account == account(user.origin()) && winner.hasPassword == null) {
                winner.origin = user.origin().withoutRow();
                winner.hasPassword = false;
            }
        }
    }

    /** Whether the winner has a password; empty while it has not come in. */
    public Optional<Boolean> winnerHasPassword(String key) {
        return Optional.ofNullable(contested.get(ShortDigest.of(key))).map(winner -> winner.hasPassword);
    }

    /** True when the winner has come in as staff or superuser. */
    public boolean winnerHasRights(String key) {
        Winner winner = contested.get(ShortDigest.of(key));
        return winner != null && winner.hasRights;
    }

    /** The old row of the winner; empty while it has not come in. */
    public Optional<Origin> winner(String key) {
        return Optional.ofNullable(contested.get(ShortDigest.of(key))).map(winner -> winner.origin);
    }

    /** True for the first old row, and only for it, that names this account at another site. */
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

    /** What all candidates of a user have in common. */
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

    /** Who gets a contested identifier. */
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

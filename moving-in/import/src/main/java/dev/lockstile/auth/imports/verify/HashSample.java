package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.report.VerifyReport;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Wrapped hashes to be recomputed once source and target are read: an even sample of all, since each costs as much as a
 * sign-in. A new salt chooses them, so that a wrong hash cannot be placed where it is not recomputed.
 */
final class HashSample {

    private final int limit;
    private final ComparisonSalt salt;
    private final PriorityQueue<Candidate> chosen =
            new PriorityQueue<>(Comparator.comparingLong(Candidate::rank).reversed());
    private long offered;

    HashSample(int limit, ComparisonSalt salt) {
        this.limit = limit;
        this.salt = salt;
    }

    private record Candidate(long rank, UserDraft old, String stored, Comparison row) {}

    /** @param row the comparison of the row */
    void offer(UserDraft old, String stored, Comparison row) {
        offered++;
        String id = old.origin().entity().text() + '|' + old.origin().legacyId();
        chosen.add(new Candidate(ShortDigest.of(salt.text() + "|sample|" + id).high(), old, stored, row));
        if (chosen.size() > limit) {
            chosen.remove();
        }
    }

    /** Recomputes them on all processors, and counts those of another password. */
    VerifyReport.WrappedHashes recompute(LegacyPasswords passwords, ComparisonCounts counts) {
        List<Candidate> wrong = chosen.parallelStream()
                .filter(one -> !passwords.isSame(one.old(), one.stored()))
                .toList();
        wrong.forEach(one -> counts.differsAfterAll(one.row(), "password_hash", one.stored()));
        return new VerifyReport.WrappedHashes(offered, chosen.size());
    }
}

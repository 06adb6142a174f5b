package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.report.VerifyReport;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Wrapped hashes to be computed anew once both sides are read: an even sample of all, since each costs as much as a
 * sign-in. Which ones is told by a fresh salt, so no wrong hash can be planted where it is not looked at.
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

    private record Candidate(long rank, UserDraft old, String here, Comparison row) {}

    /** @param row what else was found in the row */
    void offer(UserDraft old, String here, Comparison row) {
        offered++;
        String id = old.origin().entity().text() + '|' + old.origin().legacyId();
        chosen.add(new Candidate(ShortDigest.of(salt.text() + "|sample|" + id).high(), old, here, row));
        if (chosen.size() > limit) {
            chosen.remove();
        }
    }

    /** Computes them, on all processors, and tells the sheet of those that are another password. */
    VerifyReport.WrappedHashes recompute(LegacyPasswords passwords, ComparisonCounts sheet) {
        List<Candidate> wrong = chosen.parallelStream()
                .filter(one -> !passwords.isSame(one.old(), one.here()))
                .toList();
        wrong.forEach(one -> sheet.differsAfterAll(one.row(), "password_hash", one.here()));
        return new VerifyReport.WrappedHashes(offered, chosen.size());
    }
}

package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.cutover.shadow.TargetAnswer.Likeness;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counts. Bounded, whatever is seen; nothing is done under its lock but counting. */
final class ShadowStatistics {

    private static final int LISTED = 100;

    private final Instant since;
    private final Map<String, Map<String, Long>> passwords = new TreeMap<>();
    private final Map<String, Map<String, Long>> codes = new TreeMap<>();
    private final Map<Likeness, Long> likeness = new TreeMap<>();
    private final Map<String, Long> dropped = new TreeMap<>();
    private final Map<Case, ShadowReport.Mismatch> mismatches = new LinkedHashMap<>();
    private long seen;
    private long noAnswer;
    private long sampled;
    private long over;
    private long notListed;

    ShadowStatistics(Instant since) {
        this.since = since;
    }

    /** The same person and the same pair of answers; people without any key are told apart by the masked name alone. */
    private record Case(
            String by,
            LegacyAnswer.Verdict old,
            TargetAnswer here,
            @Nullable String legacyId,
            @Nullable UserId user,
            @Nullable String name) {

        static Case of(ShadowReport.Mismatch one) {
            boolean known = one.legacyId() != null || one.user() != null;
            return new Case(
                    one.by(), one.legacy(), one.target(), one.legacyId(), one.user(), known ? null : one.name());
        }
    }

    /** One more was handed in. @return whether it belongs to the sample: evenly spread, and never more than the rate */
    synchronized boolean sees(LegacyAnswer old, double rate) {
        seen++;
        if (old.verdict() == LegacyAnswer.Verdict.NONE) {
            noAnswer++;
            return false;
        }
        long comparable = seen - noAnswer;
        boolean mine = Math.floor(comparable * rate) > Math.floor((comparable - 1) * rate);
        sampled += mine ? 1 : 0;
        return mine;
    }

    synchronized void drop(String reason) {
        over++;
        dropped.merge(reason, 1L, Long::sum);
    }

    synchronized void enter(ObservedSignIn sight, ShadowFinding finding, Instant now) {
        over++;
        TargetAnswer here = finding.here();
        Map<String, Map<String, Long>> pairs = sight.password() == null ? codes : passwords;
        pairs.computeIfAbsent(sight.old().verdict().code(), key -> new TreeMap<>())
                .merge(here.code(), 1L, Long::sum);
        Likeness alike = here.besides(sight.old());
        likeness.merge(alike, 1L, Long::sum);
        if (alike == Likeness.DIFFERENT) {
            list(mismatch(sight, finding, now));
        }
    }

    private void list(ShadowReport.Mismatch fresh) {
        Case one = Case.of(fresh);
        ShadowReport.Mismatch before = mismatches.get(one);
        if (before != null) {
            mismatches.put(one, before.again(fresh.lastAt()));
        } else if (mismatches.size() < LISTED) {
            mismatches.put(one, fresh);
        } else {
            notListed++;
        }
    }

    private static ShadowReport.Mismatch mismatch(ObservedSignIn sight, ShadowFinding finding, Instant now) {
        return new ShadowReport.Mismatch(
                sight.password() == null ? "code" : "password",
                sight.old().verdict(),
                finding.here(),
                Masked.text(sight.name()),
                sight.old().legacyId(),
                finding.dryRunResult().user(),
                finding.dryRunResult().passwordFormat(),
                1,
                now);
    }

    synchronized ShadowReport report(Instant now) {
        ShadowReport.Counts counts = new ShadowReport.Counts(
                seen,
                noAnswer,
                likeness.getOrDefault(Likeness.ALIKE, 0L),
                likeness.getOrDefault(Likeness.DIFFERENT, 0L),
                likeness.getOrDefault(Likeness.UNDECIDED, 0L),
                sampled - over,
                dropped);
        return new ShadowReport(since, now, counts, passwords, codes, List.copyOf(mismatches.values()), notListed);
    }
}

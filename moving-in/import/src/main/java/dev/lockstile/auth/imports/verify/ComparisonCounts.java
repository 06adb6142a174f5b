package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Entity;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The counts and checksums of a comparison, for its report. Differences are reported one by one and not held. */
final class ComparisonCounts {

    private final Consumer<VerifyReport.Difference> watch;
    private final ComparisonSalt salt;
    private final Map<String, KindResult> results = new TreeMap<>();

    ComparisonCounts(Consumer<VerifyReport.Difference> watch, ComparisonSalt salt) {
        this.watch = watch;
        this.salt = salt;
    }

    private record KindResult(
            Map<String, Long> outcomes, Map<String, Long> differing, Map<String, VerifiedRows.Checksums> fields) {

        KindResult() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    /** Makes a kind of row appear in the report even if there are no such rows. */
    void expect(Entity entity) {
        result(entity);
    }

    /** Begins to compare a row. */
    Comparison compare(Origin origin) {
        return new Comparison(origin, salt);
    }

    void count(Origin origin, String outcome) {
        result(origin.entity()).outcomes().merge(outcome, 1L, Long::sum);
    }

    /** Counts a row that has a ledger entry and is not in the target. */
    void gone(Origin origin) {
        count(origin, VerifiedRows.GONE);
        watch.accept(Comparison.difference(origin, VerifyReport.Difference.ROW, "missing here"));
    }

    /** Counts a row that was compared. */
    void add(Comparison compared) {
        boolean equal = compared.differing().isEmpty();
        count(compared.origin(), equal ? VerifiedRows.EQUAL : VerifiedRows.DIFFERS);
        KindResult result = result(compared.origin().entity());
        compared.sums().forEach((field, sums) -> result.fields().merge(field, sums, VerifiedRows.Checksums::plus));
        compared.differing().forEach((field, detail) -> {
            result.differing().merge(field, 1L, Long::sum);
            watch.accept(Comparison.difference(compared.origin(), field, detail));
        });
    }

    /** Corrects the counts of a row that was added, and in which a field was found to differ afterwards. */
    void differsAfterAll(Comparison compared, String field, Object target) {
        KindResult result = result(compared.origin().entity());
        if (compared.differing().isEmpty()) {
            result.outcomes().computeIfPresent(VerifiedRows.EQUAL, (name, count) -> count == 1 ? null : count - 1);
            result.outcomes().merge(VerifiedRows.DIFFERS, 1L, Long::sum);
        }
        result.fields().merge(field, compared.sumOfDifference(field, target), VerifiedRows.Checksums::plus);
        result.differing().merge(field, 1L, Long::sum);
        watch.accept(Comparison.difference(compared.origin(), field, "another value"));
    }

    Map<String, VerifiedRows> rows() {
        Map<String, VerifiedRows> all = new TreeMap<>();
        results.forEach((entity, result) ->
                all.put(entity, new VerifiedRows(result.outcomes(), result.differing(), result.fields())));
        return all;
    }

    private KindResult result(Entity entity) {
        return results.computeIfAbsent(entity.text(), any -> new KindResult());
    }
}

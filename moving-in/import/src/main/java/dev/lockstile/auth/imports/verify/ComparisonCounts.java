package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Entity;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts and checksums of a comparison on their way to a report; differences are told one by one and not kept. */
final class ComparisonCounts {

    private final Consumer<VerifyReport.Difference> watch;
    private final ComparisonSalt salt;
    private final Map<String, Sheet> sheets = new TreeMap<>();

    ComparisonCounts(Consumer<VerifyReport.Difference> watch, ComparisonSalt salt) {
        this.watch = watch;
        this.salt = salt;
    }

    private record Sheet(
            Map<String, Long> outcomes, Map<String, Long> differing, Map<String, VerifiedRows.Checksums> fields) {

        Sheet() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    /** Makes a kind of rows appear in the report even if there are none. */
    void expect(Entity entity) {
        sheet(entity);
    }

    /** Begins to compare a row. */
    Comparison compare(Origin origin) {
        return new Comparison(origin, salt);
    }

    void count(Origin origin, String outcome) {
        sheet(origin.entity()).outcomes().merge(outcome, 1L, Long::sum);
    }

    /** The ledger says that the row came, and it is not here. */
    void gone(Origin origin) {
        count(origin, VerifiedRows.GONE);
        watch.accept(Comparison.difference(origin, VerifyReport.Difference.ROW, "missing here"));
    }

    /** A row that was compared. */
    void add(Comparison compared) {
        boolean equal = compared.differing().isEmpty();
        count(compared.origin(), equal ? VerifiedRows.EQUAL : VerifiedRows.DIFFERS);
        Sheet sheet = sheet(compared.origin().entity());
        compared.sums().forEach((field, sums) -> sheet.fields().merge(field, sums, VerifiedRows.Checksums::plus));
        compared.differing().forEach((field, detail) -> {
            sheet.differing().merge(field, 1L, Long::sum);
            watch.accept(Comparison.difference(compared.origin(), field, detail));
        });
    }

    /** A row that was added, and of which a field was found to differ later on. */
    void differsAfterAll(Comparison compared, String field, Object here) {
        Sheet sheet = sheet(compared.origin().entity());
        if (compared.differing().isEmpty()) {
            sheet.outcomes().computeIfPresent(VerifiedRows.EQUAL, (name, count) -> count == 1 ? null : count - 1);
            sheet.outcomes().merge(VerifiedRows.DIFFERS, 1L, Long::sum);
        }
        sheet.fields().merge(field, compared.sumOfDifference(field, here), VerifiedRows.Checksums::plus);
        sheet.differing().merge(field, 1L, Long::sum);
        watch.accept(Comparison.difference(compared.origin(), field, "another value"));
    }

    Map<String, VerifiedRows> rows() {
        Map<String, VerifiedRows> all = new TreeMap<>();
        sheets.forEach((entity, sheet) ->
                all.put(entity, new VerifiedRows(sheet.outcomes(), sheet.differing(), sheet.fields())));
        return all;
    }

    private Sheet sheet(Entity entity) {
        return sheets.computeIfAbsent(entity.text(), any -> new Sheet());
    }
}

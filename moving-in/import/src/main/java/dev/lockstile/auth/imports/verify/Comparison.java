package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.model.SettingsJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one row in source and target, field by field, with a salted digest of every value. Holds no value.
 */
final class Comparison {

    private final Origin origin;
    private final ComparisonSalt salt;
    private final Map<String, String> differing = new TreeMap<>();
    private final Map<String, VerifiedRows.Checksums> sums = new TreeMap<>();

    /** @param salt the same for all rows, so that values which two rows have exchanged are found */
    Comparison(Origin origin, ComparisonSalt salt) {
        this.origin = origin;
        this.salt = salt;
    }

    Origin origin() {
        return origin;
    }

    /** Returns what differs, by field. */
    Map<String, String> differing() {
        return differing;
    }

    Map<String, VerifiedRows.Checksums> sums() {
        return sums;
    }

    /** Compares two values. */
    void field(String name, @Nullable Object source, @Nullable Object target) {
        Object old = comparable(source);
        Object now = comparable(target);
        long sum = sum(name, old);
        if (Objects.equals(old, now)) {
            add(name, new VerifiedRows.Checksums(sum, sum));
            return;
        }
        add(name, new VerifiedRows.Checksums(sum, sum(name, now)));
        differing.put(name, now == null ? "missing here" : old == null ? "only here" : "another value");
    }

    /** Compares two values, unless the source has none and the target's may have been filled in. */
    void field(String name, @Nullable Object source, @Nullable Object target, boolean mayBeFilled) {
        if (source != null || !mayBeFilled) {
            field(name, source, target);
        }
    }

    /** Records a rule that the target violates, whatever the source says. */
    void breach(String name, String rule) {
        add(name, new VerifiedRows.Checksums(0, ShortDigest.of(row(name) + rule).high()));
        differing.put(name, rule);
    }

    /** Returns checksums that differ, for a field whose checksums were added as equal. */
    VerifiedRows.Checksums sumOfDifference(String name, Object target) {
        return new VerifiedRows.Checksums(0, sum(name, "another than " + target));
    }

    private void add(String name, VerifiedRows.Checksums more) {
        sums.merge(name, more, VerifiedRows.Checksums::plus);
    }

    private long sum(String name, @Nullable Object value) {
        return ShortDigest.of(row(name) + value).high();
    }

    private String row(String name) {
        return salt.text() + '|' + origin.entity().text() + '|' + origin.legacyId() + '|' + name + '|';
    }

    /** Returns a value as a column stores it: times in microseconds, and members of settings in a fixed order. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof SettingsJson settings ? settings.sorted().text() : value;
    }

    /** Returns the difference for the report. */
    static VerifyReport.Difference difference(Origin origin, String field, String detail) {
        return new VerifyReport.Difference(origin.entity().text(), origin.legacyId(), field, detail);
    }
}

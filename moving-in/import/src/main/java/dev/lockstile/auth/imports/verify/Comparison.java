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

/** One row there and here, field by field, with a salted digest of every value on both sides. Holds no value. */
final class Comparison {

    private final Origin origin;
    private final ComparisonSalt salt;
    private final Map<String, String> differing = new TreeMap<>();
    private final Map<String, VerifiedRows.Checksums> sums = new TreeMap<>();

    /** @param salt the same for all rows, so that what two rows have exchanged is found */
    Comparison(Origin origin, ComparisonSalt salt) {
        this.origin = origin;
        this.salt = salt;
    }

    Origin origin() {
        return origin;
    }

    /** What differs, by field. */
    Map<String, String> differing() {
        return differing;
    }

    Map<String, VerifiedRows.Checksums> sums() {
        return sums;
    }

    /** Compares two values. */
    void field(String name, @Nullable Object there, @Nullable Object here) {
        Object old = comparable(there);
        Object now = comparable(here);
        long sum = sum(name, old);
        if (Objects.equals(old, now)) {
            add(name, new VerifiedRows.Checksums(sum, sum));
            return;
        }
        add(name, new VerifiedRows.Checksums(sum, sum(name, now)));
        differing.put(name, now == null ? "missing here" : old == null ? "only here" : "another value");
    }

    /** Compares if the old row has a value or nothing may have been filled in. */
    void field(String name, @Nullable Object there, @Nullable Object here, boolean mayBeFilled) {
        if (there != null || !mayBeFilled) {
            field(name, there, here);
        }
    }

    /** Notes something that must not be, whatever the old row says. */
    void breach(String name, String rule) {
        add(name, new VerifiedRows.Checksums(0, ShortDigest.of(row(name) + rule).high()));
        differing.put(name, rule);
    }

    /** Makes the checksums of the two sides differ that were taken as equal. */
    VerifiedRows.Checksums sumOfDifference(String name, Object here) {
        return new VerifiedRows.Checksums(0, sum(name, "another than " + here));
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

    /** What a column keeps of a value: microseconds, and members of settings in no order. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof SettingsJson settings ? settings.sorted().text() : value;
    }

    /** The difference as it is told. */
    static VerifyReport.Difference difference(Origin origin, String field, String detail) {
        return new VerifyReport.Difference(origin.entity().text(), origin.legacyId(), field, detail);
    }
}

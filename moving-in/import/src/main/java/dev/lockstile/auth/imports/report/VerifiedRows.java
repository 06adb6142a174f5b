package dev.lockstile.auth.imports.report;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The result of the comparison of rows of one kind.
 *
 * @param outcomes number of rows by result; their sum is the number of rows of the source
 * @param differing number of differing rows by field
 * @param fields the checksums of each compared field
 */
public record VerifiedRows(Map<String, Long> outcomes, Map<String, Long> differing, Map<String, Checksums> fields) {

    /** Compared field by field, and equal. */
    public static final String EQUAL = "equal";

    /** Compared field by field, and not equal. */
    public static final String DIFFERS = "differs";

    /** Signed in or changed in the target since the import: the differences are the owner's changes. */
    public static final String USED_AT_TARGET = "used_at_target";

    /** Changed in the source since the import. */
    public static final String CHANGED_AT_SOURCE = "changed_at_source";

    /** Not imported: left out by a rule, in quarantine, or new in the source. */
    public static final String NOT_IN_TARGET = "not_in_target";

    /** Never imported: a user who was erased at their request before the import, and their rows. */
    public static final String FORGOTTEN = "forgotten";

    /** A second row of a user, which is part of another row in the target. */
    public static final String MERGED = "merged";

    /** Imported, but no longer in the target. */
    public static final String GONE = "gone";

    /** Those of rows that are over there as they came: rows of another source end in none of these. */
    private static final Set<String> MET = Set.of(EQUAL, DIFFERS, USED_AT_TARGET, MERGED, GONE);

    /**
     * Copies the maps.
     *
     * @param outcomes number of rows by result
     * @param differing number of differing rows by field
     * @param fields the checksums of each compared field
     */
    public VerifiedRows {
        outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
        differing = Collections.unmodifiableMap(new TreeMap<>(differing));
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /**
     * {@return the number of rows with that result}
     *
     * @param outcome for instance {@link #EQUAL}
     */
    public long in(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** {@return the number of rows of the source} */
    public long read() {
        return sum(outcomes.values());
    }

    /** {@return the checksums over all fields} */
    public Checksums checksums() {
        return fields.values().stream().reduce(Checksums.NONE, Checksums::plus);
    }

    /** {@return true when at least one row of the source was found to be imported, equal or not} */
    public boolean isCompared() {
        return MET.stream().anyMatch(outcome -> in(outcome) > 0);
    }

    /** {@return true when no row differs unexpectedly and none is gone} */
    public boolean isClean() {
        return differing.isEmpty() && in(DIFFERS) == 0 && in(GONE) == 0;
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Checksums of both sides, independent of the order of rows: the sum modulo 2^64 of digests of row, field and
     * value. They are equal when both sides are equal. Each comparison uses a new salt, so that values cannot be found
     * by brute force; checksums of different comparisons are not comparable.
     *
     * @param source checksum of the source
     * @param target checksum of the target
     */
    public record Checksums(long source, long target) {

        /** The checksums of no values. */
        public static final Checksums NONE = new Checksums(0, 0);

        /**
         * {@return the sum of both checksums}
         *
         * @param other checksums of the same comparison
         */
        public Checksums plus(Checksums other) {
            return new Checksums(source + other.source, target + other.target);
        }
    }
}

package dev.lockstile.auth.imports.report;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of one kind after a comparison of both sides.
 *
 * @param outcomes how many rows ended in which outcome; their sum is what the source holds
 * @param differing how many rows differ in a field
 * @param fields the checksums of each field compared
 */
public record VerifiedRows(Map<String, Long> outcomes, Map<String, Long> differing, Map<String, Checksums> fields) {

    /** Compared field by field, and equal. */
    public static final String EQUAL = "equal";

    /** Compared field by field, and not equal. */
    public static final String DIFFERS = "differs";

    /** Active or changed here since it came: what differs is the owner's own doing. */
    public static final String USED_AT_TARGET = "used_at_target";

    /** Changed in the old system since it came. */
    public static final String CHANGED_AT_SOURCE = "changed_at_source";

    /** Never came: left out by a rule, in quarantine, or new in the old system. */
    public static final String NOT_IN_TARGET = "not_in_target";

    /** Never comes: a person who asked to be forgotten before they came over, and what belongs to them. */
    public static final String FORGOTTEN = "forgotten";

    /** A second row of a person: it is part of another row here. */
    public static final String MERGED = "merged";

    /** It came, and it is here no longer. */
    public static final String GONE = "gone";

    /** Those of rows that are over there as they came: rows of another source end in none of these. */
    private static final Set<String> MET = Set.of(EQUAL, DIFFERS, USED_AT_TARGET, MERGED, GONE);

    /**
     * Copies the maps.
     *
     * @param outcomes how many rows ended in which outcome
     * @param differing how many rows differ in a field
     * @param fields the checksums of each field compared
     */
    public VerifiedRows {
        outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
        differing = Collections.unmodifiableMap(new TreeMap<>(differing));
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /**
     * {@return how many ended so}
     *
     * @param outcome such as {@link #EQUAL}
     */
    public long in(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** {@return how many the source holds} */
    public long read() {
        return sum(outcomes.values());
    }

    /** {@return the checksums over all fields} */
    public Checksums checksums() {
        return fields.values().stream().reduce(Checksums.NONE, Checksums::plus);
    }

    /**
     * {@return true when at least one row of the source was recognized as one that came: it is equal to its like, or it
     * is not}
     */
    public boolean isCompared() {
        return MET.stream().anyMatch(outcome -> in(outcome) > 0);
    }

    /** {@return true when nothing that should be equal differs, and nothing is gone} */
    public boolean isClean() {
        return differing.isEmpty() && in(DIFFERS) == 0 && in(GONE) == 0;
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * A sum over many values on each side, which does not depend on their order: the digests of row, field and value,
     * added up modulo 2^64. Equal when the sides are. The digests are salted anew for each comparison, so that no
     * reader finds a value by trying: the two sums of one comparison can be compared, those of two comparisons cannot.
     *
     * @param source over the values of the source
     * @param target over the values of the target
     */
    public record Checksums(long source, long target) {

        /** Over no value at all. */
        public static final Checksums NONE = new Checksums(0, 0);

        /**
         * {@return the sum of both}
         *
         * @param other of the same comparison
         */
        public Checksums plus(Checksums other) {
            return new Checksums(source + other.source, target + other.target);
        }
    }
}

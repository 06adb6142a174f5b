package dev.lockstile.auth.imports.report;

/**
 * A sum over many values on each side, which does not depend on their order: the digests of row, field and value, added
 * up modulo 2^64. Equal when the sides are. The digests are salted anew for each comparison, so that nobody finds a value
 * by trying: the two sums of one comparison can be compared, those of two comparisons cannot.
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

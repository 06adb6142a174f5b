package dev.lockstile.auth.imports.report;

/**
 * What was looked at of weak hashes that are wrapped here.
 *
 * @param compared by their format and salt
 * @param recomputed of these, an even sample: computed anew from the old hash, which costs as much as a sign-in each
 */
public record WrappedHashes(long compared, long recomputed) {

    /** None. */
    public static final WrappedHashes NONE = new WrappedHashes(0, 0);
}

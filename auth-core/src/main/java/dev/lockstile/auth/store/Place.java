package dev.lockstile.auth.store;

import java.time.Duration;

/**
 * A place wanted in a bucket: one of so many in a window that begins with its first taker.
 *
 * @param bucket opaque key of at most 64 characters
 * @param limit places in a window; 0 lets nobody in
 * @param window length of a window
 * @param spacing how long the bucket is closed after each place
 * @param sliding true when each taker moves the end of the window on, so that only a window of rest empties the bucket
 */
public record Place(String bucket, int limit, Duration window, Spacing spacing, boolean sliding) {

    private static final int LONGEST = 64;

    public Place {
        if (bucket.isEmpty() || bucket.length() > LONGEST) {
            throw new IllegalArgumentException("a bucket has a key of 1 to 64 characters");
        }
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("a window has a length");
        }
    }

    /** One of so many places in a window, without a wait between them. */
    public static Place of(String bucket, int limit, Duration window) {
        return new Place(bucket, limit, window, Spacing.NONE, false);
    }

    public Place spaced(Spacing newSpacing) {
        return new Place(bucket, limit, window, newSpacing, sliding);
    }
}

package dev.lockstile.auth.store;

import java.time.Duration;

/**
 * A permit wanted in a bucket: one of so many in a window that begins with its first taker.
 *
 * @param bucket opaque key of at most 64 characters
 * @param limit permits in a window; 0 lets nobody in
 * @param window length of a window
 * @param spacing how long the bucket is closed after each permit
 * @param sliding true when each taker moves the end of the window on, so that only a window of rest empties the bucket
 */
public record ThrottlePermit(String bucket, int limit, Duration window, ProgressiveDelay spacing, boolean sliding) {

    private static final int LONGEST = 64;

    /**
     * Checks key and window.
     *
     * @param bucket opaque key of at most 64 characters
     * @param limit permits in a window; 0 lets nobody in
     * @param window length of a window
     * @param spacing how long the bucket is closed after each permit
     * @param sliding true when each taker moves the end of the window on, so that only a window of rest empties the
     *     bucket
     * @throws IllegalArgumentException for a key that is not 1 to 64 characters, and for a window without a length
     */
    public ThrottlePermit {
        if (bucket.isEmpty() || bucket.length() > LONGEST) {
            throw new IllegalArgumentException("a bucket has a key of 1 to 64 characters");
        }
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("a window has a length");
        }
    }

    /**
     * {@return a request for one of so many permits in a window, without a wait between them}
     *
     * @param bucket opaque key of 1 to 64 characters
     * @param limit permits in a window; 0 lets nobody in
     * @param window length of a window
     */
    public static ThrottlePermit of(String bucket, int limit, Duration window) {
        return new ThrottlePermit(bucket, limit, window, ProgressiveDelay.NONE, false);
    }

    /**
     * {@return the same with a wait between permits}
     *
     * @param newSpacing how long the bucket is closed after each permit
     */
    public ThrottlePermit spaced(ProgressiveDelay newSpacing) {
        return new ThrottlePermit(bucket, limit, window, newSpacing, sliding);
    }
}

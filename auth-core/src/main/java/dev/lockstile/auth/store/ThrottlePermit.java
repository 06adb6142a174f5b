package dev.lockstile.auth.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permit wanted in a bucket: one of so many in a window that begins with its first taker.
 *
 * @param bucket opaque key of at most 64 characters
 * @param limit permits in a window; 0 admits no request
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
     * @param limit permits in a window; 0 admits no request
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
     * @param limit permits in a window; 0 admits no request
     * @param window length of a window
     */
    public static ThrottlePermit of(String bucket, int limit, Duration window) {
        return new ThrottlePermit(bucket, limit, window, ProgressiveDelay.NONE, false);
    }

    /**
     * {@return a copy with a wait between permits}
     *
     * @param newSpacing how long the bucket is closed after each permit
     */
    public ThrottlePermit spaced(ProgressiveDelay newSpacing) {
        return new ThrottlePermit(bucket, limit, window, newSpacing, sliding);
    }

    /**
     * How long a bucket stays closed after each permit that is taken in it.
     *
     * @param steps ascending; the last one whose number is reached counts, and before the first there is no wait
     */
    public record ProgressiveDelay(List<Step> steps) {

        /** No wait at all. */
        public static final ProgressiveDelay NONE = new ProgressiveDelay(List.of());

        /**
         * Copies the list and checks the order.
         *
         * @param steps ascending; the last one whose number is reached counts, and before the first there is no wait
         * @throws IllegalArgumentException when the steps do not ascend
         */
        public ProgressiveDelay {
            steps = List.copyOf(steps);
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).from() <= steps.get(i - 1).from()) {
                    throw new IllegalArgumentException("the steps must ascend");
                }
            }
        }

        /**
         * {@return the same wait after the permit of that number and each further one}
         *
         * @param number of the permit in its window, counted from 1
         * @param wait how long
         */
        public static ProgressiveDelay from(int number, Duration wait) {
            return new ProgressiveDelay(List.of(new Step(number, wait)));
        }

        /**
         * {@return a wait after the permit of that number that doubles with each further one, up to the longest}
         *
         * @param number of the permit in its window, counted from 1
         * @param first the wait after that permit
         * @param longest the wait that is not doubled any more
         */
        public static ProgressiveDelay doubling(int number, Duration first, Duration longest) {
            List<Step> steps = new ArrayList<>();
            Duration wait = first;
            for (int at = number; wait.compareTo(longest) < 0; at++) {
                steps.add(new Step(at, wait));
                wait = wait.multipliedBy(2);
            }
            steps.add(new Step(number + steps.size(), longest));
            return new ProgressiveDelay(steps);
        }

        /**
         * {@return the same, and from that number on another wait}
         *
         * @param number of the permit in its window, counted from 1
         * @param wait how long from there on
         */
        public ProgressiveDelay then(int number, Duration wait) {
            List<Step> all = new ArrayList<>(
                    steps.stream().filter(step -> step.from() < number).toList());
            all.add(new Step(number, wait));
            return new ProgressiveDelay(all);
        }

        /**
         * {@return the instant until which the bucket is closed after the permit of that number; null when it is not}
         *
         * @param number of the permit in its window, counted from 1
         * @param now the time of the flow
         */
        public @Nullable Instant closedUntil(int number, Instant now) {
            Instant until = null;
            for (Step step : steps) {
                if (number >= step.from()) {
                    until = now.plus(step.pause());
                }
            }
            return until;
        }

        /**
         * From the permit of that number on, this wait.
         *
         * @param from number of the permit in its window, counted from 1
         * @param pause how long the bucket is closed
         */
        public record Step(int from, Duration pause) {}
    }
}

package dev.lockstile.auth.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a permit of a rate limit. Each bucket gives a number of permits in a window of time, which begins when
 * its first permit is taken.
 *
 * @param bucket opaque key of the bucket, 1 to 64 characters
 * @param limit number of permits in a window; 0 refuses every request
 * @param window length of a window
 * @param spacing how long the bucket is closed after each permit
 * @param sliding true when each permit restarts the window, so that only a whole window without a permit empties the
 *     bucket
 */
public record ThrottlePermit(String bucket, int limit, Duration window, ProgressiveDelay spacing, boolean sliding) {

    private static final int MAX_KEY_LENGTH = 64;

    /**
     * Checks key and window.
     *
     * @param bucket opaque key of the bucket, 1 to 64 characters
     * @param limit number of permits in a window; 0 refuses every request
     * @param window length of a window
     * @param spacing how long the bucket is closed after each permit
     * @param sliding true when each permit restarts the window, so that only a whole window without a permit empties
     *     the bucket
     * @throws IllegalArgumentException when the key has not 1 to 64 characters, or the window is not positive
     */
    public ThrottlePermit {
        if (bucket.isEmpty() || bucket.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("a bucket has a key of 1 to 64 characters");
        }
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("a window has a length");
        }
    }

    /**
     * {@return a request for a permit without a wait between permits}
     *
     * @param bucket opaque key of the bucket, 1 to 64 characters
     * @param limit number of permits in a window; 0 refuses every request
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
     * How long a bucket is closed after each permit.
     *
     * @param steps in ascending order; a permit closes the bucket according to the last step whose number it has
     *     reached, and does not close it before the first step
     */
    public record ProgressiveDelay(List<Step> steps) {

        /** No wait after any permit. */
        public static final ProgressiveDelay NONE = new ProgressiveDelay(List.of());

        /**
         * Copies the list and checks its order.
         *
         * @param steps in ascending order; a permit closes the bucket according to the last step whose number it has
         *     reached, and does not close it before the first step
         * @throws IllegalArgumentException when the numbers do not ascend
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
         * {@return the same wait after this permit and each later one}
         *
         * @param number number of the permit in its window, counted from 1
         * @param wait length of the wait
         */
        public static ProgressiveDelay from(int number, Duration wait) {
            return new ProgressiveDelay(List.of(new Step(number, wait)));
        }

        /**
         * {@return a wait after this permit that doubles with each later one, up to a maximum}
         *
         * @param number number of the permit in its window, counted from 1
         * @param first the wait after that permit
         * @param longest the maximum wait
         */
        public static ProgressiveDelay doubling(int number, Duration first, Duration longest) {
            List<Step> steps = new ArrayList<>();
            Duration wait = first;
            for (int from = number; wait.compareTo(longest) < 0; from++) {
                steps.add(new Step(from, wait));
                wait = wait.multipliedBy(2);
            }
            steps.add(new Step(number + steps.size(), longest));
            return new ProgressiveDelay(steps);
        }

        /**
         * {@return a copy with another wait from this permit on}
         *
         * @param number number of the permit in its window, counted from 1
         * @param wait length of the wait
         */
        public ProgressiveDelay then(int number, Duration wait) {
            List<Step> all = new ArrayList<>(
                    steps.stream().filter(step -> step.from() < number).toList());
            all.add(new Step(number, wait));
            return new ProgressiveDelay(all);
        }

        /**
         * {@return when the bucket opens again after this permit; null when the permit does not close it}
         *
         * @param number number of the permit in its window, counted from 1
         * @param now when the permit is taken
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
         * The wait from one permit on.
         *
         * @param from number of the permit in its window, counted from 1
         * @param pause how long the bucket is closed
         */
        public record Step(int from, Duration pause) {}
    }
}

package dev.lockstile.auth.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a bucket stays closed after each permit that is taken in it.
 *
 * @param steps ascending; the last one whose number is reached counts, and before the first there is no wait
 */
public record ProgressiveDelay(List<Step> steps) {

    /** No wait at all. */
    public static final ProgressiveDelay NONE = new ProgressiveDelay(List.of());

    public ProgressiveDelay {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from() <= steps.get(i - 1).from()) {
                throw new IllegalArgumentException("the steps must ascend");
            }
        }
    }

    /** The same wait after the permit of that number and each further one. */
    public static ProgressiveDelay from(int number, Duration wait) {
        return new ProgressiveDelay(List.of(new Step(number, wait)));
    }

    /** A wait after the permit of that number that doubles with each further one, up to the longest. */
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

    /** The same, and from that number on another wait. */
    public ProgressiveDelay then(int number, Duration wait) {
        List<Step> all = new ArrayList<>(
                steps.stream().filter(step -> step.from() < number).toList());
        all.add(new Step(number, wait));
        return new ProgressiveDelay(all);
    }

    /** Until when the bucket is closed after the permit of that number; null when it is not. */
    public @Nullable Instant closedUntil(int number, Instant now) {
        Instant until = null;
        for (Step step : steps) {
            if (number >= step.from()) {
                until = now.plus(step.pause());
            }
        }
        return until;
    }

    /** From the permit of that number on, this wait. */
    public record Step(int from, Duration pause) {}
}

package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides how long the next code or link to a recipient has to wait: the shortest time after the last one of its
 * purpose, and, where codes to a recipient are counted, twice as long after each further one, up to the longest.
 *
 * @param shortest from the settings of codes
 * @param longest from the settings of sends
 */
public record CodeCooldown(Duration shortest, Duration longest) {

    /** When another code may follow the last one; empty when at once. */
    public Optional<Instant> until(Optional<StoredCode> last, Instant now) {
        return last.map(code -> code.state().times().sentAt().plus(shortest)).filter(now::isBefore);
    }

    /** When another code may follow one that is sent now. */
    public Instant next(Instant now) {
        return now.plus(shortest);
    }

    /** The cool-down of a code that was sent at this time, or before, is over. */
    public Instant past(Instant now) {
        return now.minus(shortest);
    }

    /** The waits after the codes of a window to one recipient. */
    ProgressiveDelay growing() {
        return longest.compareTo(shortest) > 0 ? ProgressiveDelay.doubling(1, shortest, longest) : even();
    }

    /** The same wait after each code of a window. */
    ProgressiveDelay even() {
        return ProgressiveDelay.from(1, shortest);
    }
}

package dev.lockstile.auth.throttle;

import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The limits. What is not named keeps its default; what is off was named, and is logged at start.
 *
 * @param rates those that differ from the defaults
 * @param off those that do not count at all
 * @param failures how many failures in a row an account stands; empty is off
 * @param sends what may be sent where
 */
public record ThrottleSettings(
        Map<RateLimit, Rate> rates, Set<RateLimit> off, Optional<FailureSettings> failures, SendSettings sends) {

    /**
     * Copies map and set.
     *
     * @param rates those that differ from the defaults
     * @param off those that do not count at all
     * @param failures how many failures in a row an account stands; empty is off
     * @param sends what may be sent where
     */
    public ThrottleSettings {
        rates = Map.copyOf(rates);
        off = Set.copyOf(off);
    }

    /** {@return settings in which every limit has its default} */
    public static ThrottleSettings owasp() {
        return new ThrottleSettings(Map.of(), Set.of(), Optional.of(FailureSettings.owasp()), SendSettings.owasp());
    }

    /**
     * Another rate for one of them; counts again if it was off.
     *
     * @param throttle which one
     * @param rate takes the place of its default
     * @return the same with this rate
     */
    public ThrottleSettings with(RateLimit throttle, Rate rate) {
        Map<RateLimit, Rate> changed = new EnumMap<>(RateLimit.class);
        changed.putAll(rates);
        changed.put(throttle, rate);
        Set<RateLimit> stillOff = EnumSet.noneOf(RateLimit.class);
        stillOff.addAll(off);
        stillOff.remove(throttle);
        return new ThrottleSettings(changed, stillOff, failures, sends);
    }

    /**
     * {@return a copy with other bounds on failures in a row}
     *
     * @param newFailures replace those of this one
     */
    public ThrottleSettings withFailures(FailureSettings newFailures) {
        return new ThrottleSettings(rates, off, Optional.of(newFailures), sends);
    }

    /**
     * {@return a copy with other rules of what may be sent where}
     *
     * @param newSends replace those of this one
     */
    public ThrottleSettings withSends(SendSettings newSends) {
        return new ThrottleSettings(rates, off, failures, newSends);
    }

    /**
     * These do not count any more: only where something else stands before the endpoints.
     *
     * @param throttles which ones
     * @return the same without them
     */
    public ThrottleSettings turnOff(RateLimit... throttles) {
        Set<RateLimit> more = EnumSet.noneOf(RateLimit.class);
        more.addAll(off);
        more.addAll(List.of(throttles));
        return new ThrottleSettings(rates, more, failures, sends);
    }

    /**
     * No account is ever paused after failures: for tests and benchmarks.
     *
     * @return the same without pauses
     */
    public ThrottleSettings allowEndlessFailures() {
        return new ThrottleSettings(rates, off, Optional.empty(), sends);
    }

    /**
     * No limit at all: for tests and benchmarks.
     *
     * @return the same without any limit on requests and failures
     */
    public ThrottleSettings turnEverythingOff() {
        return turnOff(RateLimit.values()).allowEndlessFailures();
    }

    /**
     * {@return the rate of that name; empty when it is off}
     *
     * @param throttle which one
     */
    public Optional<Rate> rate(RateLimit throttle) {
        return off.contains(throttle) ? Optional.empty() : Optional.of(rates.getOrDefault(throttle, throttle.usual()));
    }
}

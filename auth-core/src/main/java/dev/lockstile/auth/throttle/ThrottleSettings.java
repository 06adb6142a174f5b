package dev.lockstile.auth.throttle;

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
 * @param failures how many failures in a row an account stands; null is off
 * @param sends what may be sent where
 */
public record ThrottleSettings(
        Map<RateLimit, Rate> rates, Set<RateLimit> off, Optional<FailureSettings> failures, SendSettings sends) {

    public ThrottleSettings {
        rates = Map.copyOf(rates);
        off = Set.copyOf(off);
    }

    /** All defaults. */
    public static ThrottleSettings owasp() {
        return new ThrottleSettings(Map.of(), Set.of(), Optional.of(FailureSettings.owasp()), SendSettings.owasp());
    }

    /** Another rate for one of them; counts again if it was off. */
    public ThrottleSettings with(RateLimit throttle, Rate rate) {
        Map<RateLimit, Rate> changed = new EnumMap<>(RateLimit.class);
        changed.putAll(rates);
        changed.put(throttle, rate);
        Set<RateLimit> stillOff = EnumSet.noneOf(RateLimit.class);
        stillOff.addAll(off);
        stillOff.remove(throttle);
        return new ThrottleSettings(changed, stillOff, failures, sends);
    }

    public ThrottleSettings withFailures(FailureSettings newFailures) {
        return new ThrottleSettings(rates, off, Optional.of(newFailures), sends);
    }

    public ThrottleSettings withSends(SendSettings newSends) {
        return new ThrottleSettings(rates, off, failures, newSends);
    }

    /** These do not count any more: only where something else stands before the endpoints. */
    public ThrottleSettings turnOff(RateLimit... throttles) {
        Set<RateLimit> more = EnumSet.noneOf(RateLimit.class);
        more.addAll(off);
        more.addAll(List.of(throttles));
        return new ThrottleSettings(rates, more, failures, sends);
    }

    /** Nobody is ever paused after failures: for tests and benchmarks. */
    public ThrottleSettings allowEndlessFailures() {
        return new ThrottleSettings(rates, off, Optional.empty(), sends);
    }

    /** No limit at all: for tests and benchmarks. */
    public ThrottleSettings turnEverythingOff() {
        return turnOff(RateLimit.values()).allowEndlessFailures();
    }

    /** The rate of that name; empty when it is off. */
    public Optional<Rate> rate(RateLimit throttle) {
        return off.contains(throttle) ? Optional.empty() : Optional.of(rates.getOrDefault(throttle, throttle.usual()));
    }
}

package dev.lockstile.auth.throttle;

import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Limits on requests, failures and messages. Limits that are not set keep their defaults; those switched off are logged
 * at start.
 *
 * @param rates rates that differ from the defaults
 * @param off limits that are switched off
 * @param failures limits on consecutive failures of an account; empty to switch them off
 * @param sends cool-down and allowed countries of messages
 */
public record ThrottleSettings(
        Map<RateLimit, Rate> rates, Set<RateLimit> off, Optional<FailureSettings> failures, SendSettings sends) {

    /**
     * Copies map and set.
     *
     * @param rates rates that differ from the defaults
     * @param off limits that are switched off
     * @param failures limits on consecutive failures of an account; empty to switch them off
     * @param sends cool-down and allowed countries of messages
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
     * Sets the rate of a limit, and switches it on if it was off.
     *
     * @param throttle the limit
     * @param rate replaces its default
     * @return a copy with this rate
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
     * {@return a copy with other limits on consecutive failures}
     *
     * @param newFailures replace the former ones
     */
    public ThrottleSettings withFailures(FailureSettings newFailures) {
        return new ThrottleSettings(rates, off, Optional.of(newFailures), sends);
    }

    /**
     * {@return a copy with another cool-down and other allowed countries}
     *
     * @param newSends replace the former ones
     */
    public ThrottleSettings withSends(SendSettings newSends) {
        return new ThrottleSettings(rates, off, failures, newSends);
    }

    /**
     * Switches limits off: only where another component in front of the endpoints enforces them.
     *
     * @param throttles the limits
     * @return a copy without them
     */
    public ThrottleSettings turnOff(RateLimit... throttles) {
        Set<RateLimit> more = EnumSet.noneOf(RateLimit.class);
        more.addAll(off);
        more.addAll(List.of(throttles));
        return new ThrottleSettings(rates, more, failures, sends);
    }

    /**
     * Switches the limits on consecutive failures off, so that accounts are never paused: for tests and benchmarks.
     *
     * @return a copy without them
     */
    public ThrottleSettings allowEndlessFailures() {
        return new ThrottleSettings(rates, off, Optional.empty(), sends);
    }

    /**
     * Switches all limits on requests and failures off: for tests and benchmarks.
     *
     * @return a copy without these limits
     */
    public ThrottleSettings turnEverythingOff() {
        return turnOff(RateLimit.values()).allowEndlessFailures();
    }

    /**
     * {@return the rate of a limit; empty when it is off}
     *
     * @param throttle the limit
     */
    public Optional<Rate> rate(RateLimit throttle) {
        return off.contains(throttle) ? Optional.empty() : Optional.of(rates.getOrDefault(throttle, throttle.usual()));
    }
}

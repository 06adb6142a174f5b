package dev.lockstile.auth.micrometer;

import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.event.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures each operation in the timer {@value #FLOW}, or as an observation of that name, and counts in
 * {@value #LIMITED} how often a limit had no permit left. Tags are {@code flow} (an {@link Operation} in lower case),
 * {@code outcome} ({@code success}, {@code refused}, {@code unavailable} or {@code error}) and {@code limit}: the number
 * of series is bounded, and none names a person.
 *
 * <p>Given to {@code AuthBuilder.flowObserver}. Costs an operation about a microsecond. Safe for any number of threads.
 */
public final class FlowMetrics implements FlowObserver {

    /** The name of the timer, in seconds or milliseconds as the monitoring system has it, and of the observation. */
    public static final String FLOW = "lockstile.auth.flow";

    /** The name of the counter of limits that were full. */
    public static final String LIMITED = "lockstile.auth.limited";

    private static final String OUTCOME = "outcome";
    private static final String FLOW_TAG = "flow";

    private final MeterRegistry registry;
    private final @Nullable ObservationRegistry observations;

    private FlowMetrics(MeterRegistry registry, @Nullable ObservationRegistry observations) {
        this.registry = registry;
        this.observations = observations;
    }

    /**
     * {@return timers and counters in this registry}
     *
     * @param registry stays the host's to close
     */
    public static FlowMetrics in(MeterRegistry registry) {
        return new FlowMetrics(Objects.requireNonNull(registry, "registry"), null);
    }

    /**
     * {@return the same with each operation as an observation, open on its thread, in place of the timer} Its handlers
     * make of it what the host has them make: a span, and the timer where there is a
     * {@code DefaultMeterObservationHandler}, which adds a tag {@code error} that is always {@code none}. While the
     * registry has no handler, the timer stays.
     *
     * @param newObservations stays the host's
     */
    public FlowMetrics withObservations(ObservationRegistry newObservations) {
        return new FlowMetrics(registry, Objects.requireNonNull(newObservations, "observations"));
    }

    @Override
    public Running begin(Operation operation) {
        return observations == null || observations.isNoop() ? timed(operation) : observed(operation, observations);
    }

    private Running timed(Operation operation) {
        Timer.Sample sample = Timer.start(registry);
        return how -> sample.stop(registry.timer(FLOW, FLOW_TAG, text(operation), OUTCOME, text(how)));
    }

    private static Running observed(Operation operation, ObservationRegistry observations) {
        Observation observation = Observation.createNotStarted(FLOW, observations)
                .contextualName(text(operation))
                .lowCardinalityKeyValue(FLOW_TAG, text(operation))
                .start();
        Observation.Scope scope = observation.openScope();
        return how -> {
            observation.lowCardinalityKeyValue(OUTCOME, text(how));
            scope.close();
            observation.stop();
        };
    }

    @Override
    public void limited(String limit) {
        registry.counter(LIMITED, "limit", limit).increment();
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package dev.lockstile.auth.micrometer;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Objects;

/**
 * Counts each event in {@value #COUNTER}, by its stable name and its outcome. No tag holds an id, an address or a text
 * that a client chose, so that strangers can neither read nor multiply the series (ASVS 16.2.5).
 *
 * <p>Given as a {@code listener} it costs a flow nothing, and events that its queue had no room for are not counted; as
 * an {@code audit} it counts every one before the answer, which takes less than a microsecond. Safe for any number of
 * threads.
 */
public final class MicrometerListener implements AuthListener {

    /** The name of the counter; a monitoring system writes it in its own way. */
    public static final String COUNTER = "lockstile.auth.events";

    private static final String EVENT = "event";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    private MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * {@return a listener that counts in this registry}
     *
     * @param registry stays the host's to close
     */
    public static MicrometerListener in(MeterRegistry registry) {
        return new MicrometerListener(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void on(AuthEvent event) {
        registry.counter(
                        COUNTER,
                        EVENT,
                        event.name(),
                        OUTCOME,
                        event.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}

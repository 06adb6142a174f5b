package dev.lockstile.auth.micrometer;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.password.HashingLoad;
import dev.lockstile.auth.store.OutboxStore.Waiting;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of what the library does at this moment: hashing of passwords, and messages that wait, by channel. They are
 * read when the registry is. The database is asked at most once in 10 seconds, in one statement over the
 * waiting messages; while it does not answer, the gauges of messages are {@code NaN}, and no exception leaves them.
 *
 * <p>A host binds it once: {@code AuthMetrics.of(auth).bindTo(registry)}. Safe for any number of threads.
 */
public final class AuthMetrics implements MeterBinder {

    /** Hashes that may be computed at the same time. */
    public static final String HASHING_PERMITS = "lockstile.auth.hashing.permits";

    /** Hashes that are computed now. */
    public static final String HASHING_ACTIVE = "lockstile.auth.hashing.active";

    /** Callers that wait for a permit to hash. */
    public static final String HASHING_WAITING = "lockstile.auth.hashing.waiting";

    /** Callers that got no permit within the wait limit; counted since the start of the process. */
    public static final String HASHING_REFUSED = "lockstile.auth.hashing.refused";

    /** Messages that wait, of all nodes; tag {@code channel}, {@code email} or {@code sms}. */
    public static final String MESSAGES_WAITING = "lockstile.auth.messages.waiting";

    /** Seconds since the oldest waiting message was put in, 0 without one; tag {@code channel}. */
    public static final String MESSAGES_OLDEST = "lockstile.auth.messages.oldest";

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Auth auth;
    private final Clock clock;
    private final WaitingMessages waiting;

    private AuthMetrics(Auth auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
        this.waiting = new WaitingMessages(auth.messages(), clock, FRESH);
    }

    /**
     * {@return gauges of this instance, with the clock of the system}
     *
     * @param auth has to live as long as the registry reads them
     */
    public static AuthMetrics of(Auth auth) {
        return of(auth, Clock.systemUTC());
    }

    /**
     * {@return gauges of this instance}
     *
     * @param auth has to live as long as the registry reads them
     * @param clock the one that {@code auth} has
     */
    public static AuthMetrics of(Auth auth, Clock clock) {
        return new AuthMetrics(Objects.requireNonNull(auth, "auth"), Objects.requireNonNull(clock, "clock"));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        hashing(registry, HASHING_PERMITS, "hashes that may be computed at the same time", HashingLoad::permits);
        hashing(registry, HASHING_ACTIVE, "hashes that are computed now", HashingLoad::running);
        hashing(registry, HASHING_WAITING, "callers that wait for a permit to hash", HashingLoad::waiting);
        FunctionCounter.builder(HASHING_REFUSED, auth, of -> of.hashing().turnedAway())
                .description("callers that got no permit to hash within the wait limit")
                .register(registry);
        for (Channel channel : Channel.values()) {
            messages(registry, channel);
        }
    }

    private void hashing(MeterRegistry registry, String name, String about, ToDoubleFunction<HashingLoad> value) {
        Gauge.builder(name, auth, of -> value.applyAsDouble(of.hashing()))
                .description(about)
                .strongReference(true)
                .register(registry);
    }

    private void messages(MeterRegistry registry, Channel channel) {
        Tags tags = Tags.of("channel", channel.name().toLowerCase(Locale.ROOT));
        Gauge.builder(MESSAGES_WAITING, waiting, of -> of.figure(channel, Waiting::count))
                .description("messages that wait")
                .tags(tags)
                .strongReference(true)
                .register(registry);
        Gauge.builder(MESSAGES_OLDEST, waiting, of -> of.figure(channel, this::age))
                .description("since the oldest waiting message was put in")
                .baseUnit("seconds")
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private double age(Waiting messages) {
        return Math.max(0, Duration.between(messages.oldest(), clock.instant()).toMillis() / 1000.0);
    }
}

package dev.lockstile.auth.spring.internal.upkeep;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Removes what the retention no longer keeps, on a thread of its own, while no other node does. A node that dies with
 * the lease keeps the others waiting for an hour at most; one that takes longer than an hour gets company, which is
 * harmless.
 */
final class CleanupSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CleanupSchedule.class);
    private static final String LEASE = "cleanup";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AuthStore store;
    private final Supplier<Upkeep> upkeep;
    private final Retention retention;
    private final Clock clock;
    private final Trigger when;
    private volatile ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    /** @param upkeep asked at each clean-up, so that nothing is made before the first */
    CleanupSchedule(AuthStore store, Supplier<Upkeep> upkeep, Retention retention, Clock clock, Trigger when) {
        this.store = store;
        this.upkeep = upkeep;
        this.retention = retention;
        this.clock = clock;
        this.when = when;
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler fresh = new ThreadPoolTaskScheduler();
        fresh.setDaemon(true);
        fresh.setThreadNamePrefix("lockstile-cleanup-");
        fresh.initialize();
        fresh.schedule(this::tick, when);
        scheduler = fresh;
        running = true;
    }

    private void tick() {
        try {
            cleanUp();
        } catch (StoreUnavailableException e) {
            LOG.warn("nothing was cleaned up, the database does not answer: {}", e.getMessage());
        }
    }

    /** Cleans up unless another node does; whether it did. */
    boolean cleanUp() {
        boolean leased = store.<Boolean>alone(tx -> tx.throttles().take(LEASE, 1, LONGEST, clock.instant()));
        if (!leased) {
            return false;
        }
        try {
            LOG.debug("cleaned up: {}", upkeep.get().cleanUp(retention));
            return true;
        } finally {
            store.<Boolean>alone(tx -> {
                tx.throttles().release(LEASE);
                return true;
            });
        }
    }

    @Override
    public void stop() {
        scheduler.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package dev.lockstile.auth.spring.internal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How long the clean-up keeps things, and when it runs. */
final class CleanupScheduleTest {

    private final AuthStore store = new InMemoryAuthStore();
    private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CleanupAutoConfiguration.class))
            .withBean(AuthStore.class, () -> store)
            .withBean(Clock.class, () -> clock);

    @Test
    void what_is_kept_how_long_is_that_of_the_bean() {
        assertThat(counterAfterCleanUp(runner.withBean(
                        Retention.class, () -> Retention.standard().keeping(RetentionCategory.COUNTERS))))
                .isTrue();
        assertThat(counterAfterCleanUp(runner)).isFalse();
    }

    private boolean counterAfterCleanUp(ApplicationContextRunner wired) {
        boolean[] kept = {false};
        Instant now = clock.instant();
        store.<Boolean>alone(tx -> tx.throttles().take("counter-of-a-test", 1, Duration.ofMinutes(1), now));
        clock.advance(Duration.ofDays(1));
        wired.run(context -> {
            assertThat(context.getBean(CleanupSchedule.class).cleanUp()).isTrue();
            kept[0] = ((InMemoryAuthStore) store).dump().contains("counter-of-a-test");
        });
        return kept[0];
    }

    @Test
    void its_end_ends_its_thread() throws Exception {
        BlockingQueue<Thread> runs = new LinkedBlockingQueue<>();
        CleanupSchedule schedule = new CleanupSchedule(
                store,
                () -> {
                    runs.add(Thread.currentThread());
                    return Upkeep.of(store, clock);
                },
                Retention.standard(),
                clock,
                context -> Instant.now());
        schedule.start();
        assertThat(schedule.isRunning()).isTrue();
        Thread thread = runs.poll(20, TimeUnit.SECONDS);
        assertThat(thread).isNotNull();
        assertThat(thread.isDaemon()).isTrue();
        schedule.stop();
        assertThat(schedule.isRunning()).isFalse();
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
    }
}

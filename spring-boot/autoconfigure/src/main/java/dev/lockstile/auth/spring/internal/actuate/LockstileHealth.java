package dev.lockstile.auth.spring.internal.actuate;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.store.OutboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Down where a table is missing or the database does not answer. {@code DELAYED} where a message has waited for more
 * than a minute: no process sends, or the provider does not take it. {@code CLOCK} where the process's clock is a
 * minute or more from the database's: a node that is ahead ends codes and messages of the others. Spring Boot answers
 * both with 200 and counts them as no failure of the application, so that no load balancer takes all nodes out when a
 * provider is down.
 */
final class LockstileHealth extends AbstractHealthIndicator {

    static final Status DELAYED = new Status("DELAYED", "a message has waited for more than a minute");

    static final Status CLOCK = new Status("CLOCK", "the clocks of process and database are a minute or more apart");

    private static final Duration APART = Duration.ofMinutes(1);
    private static final Duration SHOWN = Duration.ofHours(1);
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Auth auth;
    private final JpaAuthStore store;
    private final Clock clock;

    LockstileHealth(Auth auth, JpaAuthStore store, Clock clock) {
        super("the library's tables cannot be asked");
        this.auth = auth;
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> missing = store.setupProblems();
        if (!missing.isEmpty()) {
            health.down().withDetail("tables", "missing");
            return;
        }
        Instant now = clock.instant();
        OutboxStore.Counts messages = auth.messages().figures(now.minus(SHOWN));
        Instant oldest = messages.oldestWaiting();
        boolean late = oldest != null && oldest.isBefore(now.minus(LATE));
        Duration ahead = Duration.between(store.databaseTime(), now);
        boolean apart = ahead.abs().compareTo(APART) >= 0;
        health.status(apart ? CLOCK : late ? DELAYED : Status.UP)
                .withDetail("clock.ahead-of-database", ahead.toSeconds() + " s")
                .withDetail("tables", "complete")
                .withDetail("messages.waiting", messages.waiting())
                .withDetail(
                        "messages.oldest",
                        oldest == null ? "none" : Duration.between(oldest, now).toSeconds() + " s")
                .withDetail("messages.sent-last-hour", messages.sent())
                .withDetail("messages.failed-last-hour", messages.failed())
                .withDetail("keys.published", auth.sessions().publicKeys().split("\"kid\"", -1).length - 1);
    }
}

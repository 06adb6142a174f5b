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

/** Down where a table is missing or the database does not answer; tells how many messages wait and for how long. */
final class LockstileHealth extends AbstractHealthIndicator {

    private static final Duration SHOWN = Duration.ofHours(1);

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
        health.up()
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

package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Throttled clients of fastapi-users are told when to try again. */
class FastApiThrottleTest extends FastApiStack {

    private static final int ATTEMPTS = 100;

    @Override
    ThrottleSettings throttles() {
        return ThrottleSettings.owasp();
    }

    @Test
    void the_seconds_to_wait_are_whole_and_rounded_up() {
        String wait = throttled().header("Retry-After");
        assertThat(wait).matches("[1-9][0-9]*");
        clock.advance(Duration.ofNanos(999_500_000));
        assertThat(login(ARTHUR, "percival-the-knight").header("Retry-After")).isEqualTo(wait);
    }

    private TestClient.Reply throttled() {
        TestClient.Reply reply = login(ARTHUR, "percival-the-knight");
        for (int i = 0; i < ATTEMPTS && reply.status() != 429; i++) {
            reply = login(ARTHUR, "percival-the-knight");
        }
        refused(reply, 429, "THROTTLED");
        return reply;
    }
}

package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import java.time.Duration;

/**
 * How long sessions live.
 *
 * @param web limits for browsers
 * @param mobile limits for mobile clients
 */
public record SessionSettings(Limits web, Limits mobile) {

    /** 24 hours idle and 30 days at most for browsers, 14 and 90 days for mobile clients (ASVS 7.3.1, 7.3.2). */
    public static SessionSettings owasp() {
        return new SessionSettings(
                new Limits(Duration.ofHours(24), Duration.ofDays(30)),
                new Limits(Duration.ofDays(14), Duration.ofDays(90)));
    }

    public Limits of(ClientKind client) {
        return client == ClientKind.WEB ? web : mobile;
    }

    /**
     * The two limits of a session.
     *
     * @param idle time without a refresh after which it is over
     * @param absolute time after which it is over in any case
     */
    public record Limits(Duration idle, Duration absolute) {

        public Limits {
            if (idle.isNegative() || idle.isZero() || absolute.compareTo(idle) < 0) {
                throw new IllegalArgumentException("idle must be positive and at most as long as absolute");
            }
        }
    }
}

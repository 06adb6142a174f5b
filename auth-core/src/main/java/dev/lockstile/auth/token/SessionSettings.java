package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import java.time.Duration;

/**
 * How long sessions live, and how fresh a proof must be.
 *
 * @param web limits for browsers
 * @param mobile limits for mobile clients
 * @param reauthWindow how old the person's last proof may be for a sensitive step, 1 minute to 1 hour (ASVS 7.5.1)
 */
public record SessionSettings(Limits web, Limits mobile, Duration reauthWindow) {

    public SessionSettings {
        if (reauthWindow.compareTo(Duration.ofMinutes(1)) < 0 || reauthWindow.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("reauthWindow must be 1 minute to 1 hour");
        }
    }

    /**
     * 24 hours idle and 30 days at most for browsers, 14 and 90 days for mobile clients (ASVS 7.3.1, 7.3.2); 10 minutes
     * for sensitive steps.
     */
    public static SessionSettings owasp() {
        return new SessionSettings(
                new Limits(Duration.ofHours(24), Duration.ofDays(30)),
                new Limits(Duration.ofDays(14), Duration.ofDays(90)),
                Duration.ofMinutes(10));
    }

    /** The same figures with another time for sensitive steps; NIST's AAL2 takes 5 minutes. */
    public SessionSettings withReauthWindow(Duration window) {
        return new SessionSettings(web, mobile, window);
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

package dev.lockstile.auth.throttle;

import java.time.Duration;

/**
 * The rate limits. {@code IP}: per client IP address; for IPv6 per /64, with four times the permits per /56 and sixteen
 * times per /48; all clients without a known address share half the permits. {@code IDENTITY}: per canonical
 * identifier, with or without an account. Each limit has a default; only {@link ThrottleSettings#turnOff} switches one
 * off.
 */
public enum RateLimit {
    /** Sign-ins by password and passkey per IP address. */
    LOGIN_IP(Rate.perMinute(20)),
    /** Sign-ins by password per identifier and network. */
    LOGIN_IDENTITY(Rate.perMinute(10)),
    /**
     * Wrong passwords and codes per IP address; beyond it sign-ins from there are refused until the end of the window.
     */
    LOGIN_FAILURE_IP(Rate.perHour(100)),
    /**
     * Wrong passwords and codes of all accounts together. Beyond it an alarm is published, and until the end of the
     * window every network has a quarter of its permits for attempts; trusted devices and step-ups are not affected.
     */
    LOGIN_FAILURE_ALARM(Rate.perHour(1000)),
    /** Sign-ins with other sites per IP address, including all requests of such a sign-in. */
    SOCIAL_LOGIN_IP(Rate.perMinute(30)),
    /** Provider events per IP address that are refused or repeated; accepted ones are not counted. */
    SOCIAL_EVENT_IP(Rate.perMinute(600)),
    /** Started sign-ins with a passkey per IP address; a page that offers one starts it when it is opened. */
    PASSKEY_START_IP(Rate.perMinute(60)),
    /** Registrations per IP address. */
    REGISTER_IP(Rate.perHour(20)),
    /** Registrations per identifier. */
    REGISTER_IDENTITY(Rate.perHour(5)),
    /** Requests for a code per IP address, for sign-ins and step-ups. */
    OTP_REQUEST_IP(Rate.perHour(20)),
    /** Codes per recipient and hour, with the growing cool-down of {@link SendSettings} between them. */
    OTP_REQUEST_IDENTITY(Rate.perHour(5)),
    /** Codes per recipient and day. */
    OTP_REQUEST_IDENTITY_DAY(Rate.perDay(10)),
    /** Attempts to verify a code per IP address. */
    OTP_VERIFY_IP(Rate.perHour(60)),
    /** Attempts to verify a code per recipient and network. */
    OTP_VERIFY_IDENTITY(Rate.perHour(30)),
    /** Requests for a reset link per IP address. */
    PASSWORD_RESET_REQUEST_IP(Rate.perHour(20)),
    /** Reset links per identifier; beyond it the request is answered as usual, and the last link remains valid. */
    PASSWORD_RESET_REQUEST_IDENTITY(Rate.perHour(5)),
    /** Uses of a reset link per IP address. */
    PASSWORD_RESET_CONFIRM_IP(Rate.perHour(30)),
    /**
     * Password changes per user; with a password history also, each counted separately, uses of reset links and
     * required changes.
     */
    PASSWORD_CHANGE_USER(Rate.perHour(10)),
    /** Uploads of profile pictures per user. */
    PICTURE_USER(Rate.perHour(30)),
    /** Uses of a confirmation link per IP address. */
    EMAIL_CONFIRMATION_IP(Rate.perHour(60)),
    /** Requests for another confirmation per IP address. */
    EMAIL_CONFIRMATION_RESEND_IP(Rate.perHour(20)),
    /** Requests for another confirmation per identifier. */
    EMAIL_CONFIRMATION_RESEND_IDENTITY(Rate.perHour(5)),
    /** Refreshes per session, counted on each node separately. */
    TOKEN_REFRESH_SESSION(Rate.perMinute(30)),
    /** Uses per API key, counted on each node separately. */
    API_KEY_USE(Rate.perMinute(600)),
    /** Created or rotated API keys per user. */
    API_KEY_CHANGE_USER(Rate.perHour(30)),
    /**
     * Per user, together: added passkeys, authenticator applications and accounts at other sites, renamed passkeys and
     * renewed recovery codes. Removals are not counted.
     */
    FACTOR_CHANGE_USER(Rate.perHour(30)),
    /**
     * Text messages to numbers that differ in the last four digits only; half of the permits are reserved for verified
     * owners.
     */
    SMS_PREFIX(Rate.perHour(20)),
    /** All text messages: limits the cost of a day; half of the permits are reserved for verified owners. */
    SMS_SPEND(Rate.perDay(500)),
    /** All e-mails with codes and links; half of the permits are reserved for verified owners. */
    EMAIL_SPEND(Rate.perHour(2000));

    private final Rate usual;

    RateLimit(Rate usual) {
        this.usual = usual;
    }

    /** {@return the default rate} */
    public Rate usual() {
        return usual;
    }

    /**
     * A number of permits per window. A window starts with its first permit.
     *
     * @param limit number of permits, at least 1
     * @param window at least 1 second
     */
    public record Rate(int limit, Duration window) {

        /**
         * Checks the bounds.
         *
         * @param limit number of permits, at least 1
         * @param window at least 1 second
         * @throws IllegalArgumentException for a limit below 1 or a window below 1 second
         */
        public Rate {
            if (limit < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException(
                        "a rate is at least 1 in at least 1 second; to end one, turn it off");
            }
        }

        /**
         * {@return a rate per minute}
         *
         * @param limit number of permits, at least 1
         */
        public static Rate perMinute(int limit) {
            return new Rate(limit, Duration.ofMinutes(1));
        }

        /**
         * {@return a rate per hour}
         *
         * @param limit number of permits, at least 1
         */
        public static Rate perHour(int limit) {
            return new Rate(limit, Duration.ofHours(1));
        }

        /**
         * {@return a rate per day}
         *
         * @param limit number of permits, at least 1
         */
        public static Rate perDay(int limit) {
            return new Rate(limit, Duration.ofDays(1));
        }

        @Override
        public String toString() {
            return limit + " in " + window;
        }
    }
}

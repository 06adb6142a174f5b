package dev.lockstile.auth.throttle;

import java.time.Duration;

/**
 * The named rates. {@code IP}: per client address, IPv6 by /64, by /56 with four times and by /48 with sixteen times
 * the permits, and all clients without a known address together with half the permits. {@code IDENTITY}: per canonical
 * identifier, with or without an account. Each has a default; off is only what {@link ThrottleSettings#turnOff}
 * names.
 */
public enum RateLimit {
    /** Logins by password and by passkey per address. */
    LOGIN_IP(Rate.perMinute(20)),
    /** Password logins per sign-in name and network. */
    LOGIN_IDENTITY(Rate.perMinute(10)),
    /** Wrong passwords and codes per address; when it is full, logins from there wait for the window's end. */
    LOGIN_FAILURE_IP(Rate.perHour(100)),
    /**
     * Wrong passwords and codes in all. Beyond it an alarm is told, and until the window's end every network has a
     * quarter of its permits for attempts; devices of owners and step-ups go on as before.
     */
    LOGIN_FAILURE_ALARM(Rate.perHour(1000)),
    /** Sign-ins with other sites per address, and all that belongs to one. */
    SOCIAL_LOGIN_IP(Rate.perMinute(30)),
    /** Events of providers per address that are refused, or come again; those that are believed are not counted. */
    SOCIAL_EVENT_IP(Rate.perMinute(600)),
    /** Sign-ins with a passkey that are begun per address; a page that offers one begins it when it opens. */
    PASSKEY_START_IP(Rate.perMinute(60)),
    /** Registrations per address. */
    REGISTER_IP(Rate.perHour(20)),
    /** Registrations per identifier. */
    REGISTER_IDENTITY(Rate.perHour(5)),
    /** Requests for a code per address, to sign in and for step-ups. */
    OTP_REQUEST_IP(Rate.perHour(20)),
    /** Codes per recipient and hour, with the growing wait of {@link SendSettings} between them. */
    OTP_REQUEST_IDENTITY(Rate.perHour(5)),
    /** Codes per recipient and day. */
    OTP_REQUEST_IDENTITY_DAY(Rate.perDay(10)),
    /** Attempts at codes per address. */
    OTP_VERIFY_IP(Rate.perHour(60)),
    /** Attempts at codes per recipient and network. */
    OTP_VERIFY_IDENTITY(Rate.perHour(30)),
    /** Requests for a reset per address. */
    PASSWORD_RESET_REQUEST_IP(Rate.perHour(20)),
    /** Reset links per identifier; past it no client is refused, and the last link works. */
    PASSWORD_RESET_REQUEST_IDENTITY(Rate.perHour(5)),
    /** Uses of a reset link per address. */
    PASSWORD_RESET_CONFIRM_IP(Rate.perHour(30)),
    /** Changes of a password per user; with a history also uses of reset links and required changes, each by itself. */
    PASSWORD_CHANGE_USER(Rate.perHour(10)),
    /** Pictures of profiles per user. */
    PICTURE_USER(Rate.perHour(30)),
    /** Uses of a confirmation link per address. */
    EMAIL_CONFIRMATION_IP(Rate.perHour(60)),
    /** Requests for another confirmation per address. */
    EMAIL_CONFIRMATION_RESEND_IP(Rate.perHour(20)),
    /** Requests for another confirmation per identifier. */
    EMAIL_CONFIRMATION_RESEND_IDENTITY(Rate.perHour(5)),
    /** Refreshes of one session, counted by each node for itself. */
    TOKEN_REFRESH_SESSION(Rate.perMinute(30)),
    /** Uses of one API key, counted by each node for itself. */
    API_KEY_USE(Rate.perMinute(600)),
    /** API keys that are made or rotated, per user. */
    API_KEY_CHANGE_USER(Rate.perHour(30)),
    /**
     * Passkeys, authenticator applications and accounts at other sites that are added, passkeys that are renamed and
     * recovery codes that are renewed, all together per user. Removals are not counted.
     */
    FACTOR_CHANGE_USER(Rate.perHour(30)),
    /** Text messages to numbers that differ in the last four digits only; half of it is kept for proven owners. */
    SMS_PREFIX(Rate.perHour(20)),
    /** Text messages in all: what a day may cost; half of it is kept for proven owners. */
    SMS_SPEND(Rate.perDay(500)),
    /** E-mails with codes and links in all; half of it is kept for proven owners. */
    EMAIL_SPEND(Rate.perHour(2000));

    private final Rate usual;

    RateLimit(Rate usual) {
        this.usual = usual;
    }

    /** {@return the rate where the settings name no other} */
    public Rate usual() {
        return usual;
    }

    /**
     * So many in a window, which begins with the first.
     *
     * @param limit at least 1
     * @param window at least 1 second
     */
    public record Rate(int limit, Duration window) {

        /**
         * Checks the bounds.
         *
         * @param limit at least 1
         * @param window at least 1 second
         * @throws IllegalArgumentException for less than 1 in less than 1 second
         */
        public Rate {
            if (limit < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException(
                        "a rate is at least 1 in at least 1 second; to end one, turn it off");
            }
        }

        /**
         * {@return a rate of so many in a minute}
         *
         * @param limit at least 1
         */
        public static Rate perMinute(int limit) {
            return new Rate(limit, Duration.ofMinutes(1));
        }

        /**
         * {@return a rate of so many in an hour}
         *
         * @param limit at least 1
         */
        public static Rate perHour(int limit) {
            return new Rate(limit, Duration.ofHours(1));
        }

        /**
         * {@return a rate of so many in a day}
         *
         * @param limit at least 1
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

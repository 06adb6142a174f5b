package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * The result of sending a message.
 *
 * @param template name of the message template
 * @param provider stable name of the provider
 * @param status sent, failed or expired
 * @param error the provider's error without secrets, at most 1000 characters; null when there was none
 */
public record MessageOutcome(
        String template,
        String provider,
        Status status,
        @Nullable String error) {

    /** The final state of a message. */
    public enum Status {
        /** A provider accepted the message; delivery is not confirmed. */
        SENT,
        /** No provider accepted the message, and it is not retried. */
        FAILED,
        /** The message was not sent before its content expired. */
        EXPIRED
    }
}

package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * How the sending of a message ended.
 *
 * @param template name of the message's kind
 * @param provider stable name of the provider
 * @param status what became of it
 * @param error what the provider said, without secrets and at most 1000 characters; null when all went well
 */
public record MessageOutcome(
        String template,
        String provider,
        Status status,
        @Nullable String error) {

    /** What became of a message. */
    public enum Status {
        /** A provider took it; whether it arrived is not known. */
        SENT,
        /** No provider took it, and it is not tried again. */
        FAILED,
        /** It was not sent before what it says was over. */
        EXPIRED
    }
}

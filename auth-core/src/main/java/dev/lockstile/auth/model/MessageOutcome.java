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
        MessageStatus status,
        @Nullable String error) {}

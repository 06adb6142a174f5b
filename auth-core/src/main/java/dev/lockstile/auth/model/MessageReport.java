package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come.
 *
 * @param id of the outbox row
 * @param channel how it is sent
 * @param template name of the message's kind
 * @param tries sends that were begun so far
 * @param createdAt when it was put into the outbox
 * @param nextTryAt when it is taken next: the end of the lease while a node has it in hand; null once it is finished
 * @param finishedAt null while it still waits
 * @param outcome how it ended, with the provider that took it; null while it still waits
 * @param provider stable name of the provider that took it; null when none has
 * @param lastError why the last try failed, free of secrets; null when none did
 */
public record MessageReport(
        String id,
        Channel channel,
        String template,
        int tries,
        Instant createdAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant finishedAt,
        @Nullable MessageStatus outcome,
        @Nullable String provider,
        @Nullable String lastError) {}

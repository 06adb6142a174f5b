package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the outbox in figures, for a health check: an oldest waiting message of more than a minute means that
 * nobody sends, or that no provider takes anything.
 *
 * @param waiting messages that still need work
 * @param oldestWaiting when the oldest of them was put in; null when there is none
 * @param sent messages sent since the time asked for; likewise the others
 * @param failed messages given up since the time asked for
 * @param expired messages that ran out since the time asked for
 */
public record OutboxCounts(long waiting, @Nullable Instant oldestWaiting, long sent, long failed, long expired) {}

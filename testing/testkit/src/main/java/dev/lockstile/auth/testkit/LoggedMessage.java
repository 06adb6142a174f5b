package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of one of the two message logs of an {@link InMemoryAuthStore}.
 *
 * @param channel by which it was sent
 * @param to the recipient
 * @param subject null for a text message
 * @param body what is kept of the message, its secret parts blanked by the caller
 * @param outcome what became of it
 * @param at when it was entered
 */
public record LoggedMessage(
        Channel channel, String to, @Nullable String subject, String body, MessageOutcome outcome, Instant at) {}

package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Takes one leased message to its end, or back into the outbox. Sends outside any transaction. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_REASON = 500;

    private final MessageWiring wiring;
    private final OutboxMessageReader words;
    private final DeliveryLog journal;
    private final RetryDelay backoff;
    private final ProviderChain route;

    Delivery(MessageWiring wiring, ProviderChain route) {
        this.wiring = wiring;
        this.words = new OutboxMessageReader(wiring);
        this.journal = new DeliveryLog(wiring.store(), wiring.clock(), words);
        this.backoff = new RetryDelay(wiring.randomness());
        this.route = route;
    }

    /**
     * @param message leased to this caller, this try already counted
     * @param first the provider that may be tried; null when the channel has none
     */
    void deliver(OutboxMessage message, @Nullable Provider first) {
        if (isExpired(message, now())) {
            release(first);
            conclude(message, route.names(), MessageOutcome.Status.EXPIRED, null);
        } else if (message.tries() > MOST_TRIES) {
            release(first);
            conclude(
                    message,
                    route.names(),
                    MessageOutcome.Status.FAILED,
                    "every try was cut off before its end was noted");
        } else {
            attempt(message, first);
        }
    }

    private void attempt(OutboxMessage message, @Nullable Provider first) {
        RenderedMessage content;
        try {
            content = words.of(message);
        } catch (FailedSend failure) {
            release(first);
            putBackOrGiveUp(message, failure);
            return;
        }
        Provider taker;
        try {
            taker = route.send(message, content, first);
        } catch (FailedSend failure) {
            putBackOrGiveUp(message, failure);
            return;
        }
        conclude(message, taker.name(), MessageOutcome.Status.SENT, null);
    }

    private void putBackOrGiveUp(OutboxMessage message, FailedSend failure) {
        String reason = Redaction.cut(words.cleaned(message, failure.reason()), LONGEST_REASON);
        Instant next = now().plus(backoff.after(message.tries(), failure.retryAfter()));
        if (!failure.retryable() || message.tries() >= MOST_TRIES || isExpired(message, next)) {
            conclude(message, route.names(), MessageOutcome.Status.FAILED, reason);
            return;
        }
        wiring.store().alone(tx -> {
            tx.outbox().retry(message.id(), next, reason);
            return true;
        });
        tell(message, "put back after try " + message.tries());
    }

    private void conclude(
            OutboxMessage message, String provider, MessageOutcome.Status status, @Nullable String reason) {
        journal.conclude(message, new MessageOutcome(message.template(), provider, status, reason));
        tell(message, status.name());
    }

    /** Id, template, channel and outcome alone: the reason is a provider's text and stays in the message log. */
    private static void tell(OutboxMessage message, String outcome) {
        boolean good = outcome.equals(MessageOutcome.Status.SENT.name());
        LOG.atLevel(good ? Level.DEBUG : Level.WARN)
                .log("Message {} ({}, {}): {}", message.id(), message.template(), message.channel(), outcome);
    }

    private void release(@Nullable Provider unused) {
        if (unused != null) {
            route.release(unused);
        }
    }

    private static boolean isExpired(OutboxMessage message, Instant at) {
        return !at.isBefore(message.expiresAt());
    }

    private Instant now() {
        return wiring.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}

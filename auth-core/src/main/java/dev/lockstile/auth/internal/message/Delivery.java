package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.MessageStatus;
import dev.lockstile.auth.store.OutboxMessage;
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
    private final Words words;
    private final Journal journal;
    private final TimedSends sends;
    private final Backoff backoff;
    private final Outlet sms;
    private final Outlet email;

    Delivery(MessageWiring wiring, TimedSends sends) {
        this.wiring = wiring;
        this.words = new Words(wiring);
        this.journal = new Journal(wiring.store(), wiring.clock(), words);
        this.sends = sends;
        this.backoff = new Backoff(wiring.randomness());
        this.sms = Outlet.of(wiring.sms());
        this.email = Outlet.of(wiring.email());
    }

    /** @param message leased to this caller, this try already counted */
    void deliver(OutboxMessage message) {
        if (isExpired(message, now())) {
            conclude(message, MessageStatus.EXPIRED, null);
        } else if (message.tries() > MOST_TRIES) {
            conclude(message, MessageStatus.FAILED, "every try was cut off before its end was noted");
        } else {
            attempt(message);
        }
    }

    private void attempt(OutboxMessage message) {
        try {
            send(message);
        } catch (FailedTry failure) {
            putBackOrGiveUp(message, failure);
            return;
        }
        conclude(message, MessageStatus.SENT, null);
    }

    private void send(OutboxMessage message) throws FailedTry {
        RenderedMessage text = words.of(message);
        sends.run(() -> {
            outlet(message).exit().send(message, text);
            return null;
        });
    }

    private void putBackOrGiveUp(OutboxMessage message, FailedTry failure) {
        String reason = Redaction.cut(words.cleaned(message, failure.reason()), LONGEST_REASON);
        Instant next = now().plus(backoff.after(message.tries()));
        if (!failure.retryable() || message.tries() >= MOST_TRIES || isExpired(message, next)) {
            conclude(message, MessageStatus.FAILED, reason);
            return;
        }
        wiring.store().alone(tx -> {
            tx.outbox().retry(message.id(), next, reason);
            return true;
        });
        tell(message, "put back after try " + message.tries());
    }

    private void conclude(OutboxMessage message, MessageStatus status, @Nullable String reason) {
        String provider = outlet(message).provider();
        journal.conclude(message, new MessageOutcome(message.template(), provider, status, reason));
        tell(message, status.name());
    }

    /** Id, template, channel and outcome alone: the reason is a provider's text and stays in the message log. */
    private static void tell(OutboxMessage message, String outcome) {
        boolean good = outcome.equals(MessageStatus.SENT.name());
        LOG.atLevel(good ? Level.DEBUG : Level.WARN)
                .log("Message {} ({}, {}): {}", message.id(), message.template(), message.channel(), outcome);
    }

    private Outlet outlet(OutboxMessage message) {
        return message.channel() == Channel.SMS ? sms : email;
    }

    private static boolean isExpired(OutboxMessage message, Instant at) {
        return !at.isBefore(message.expiresAt());
    }

    private Instant now() {
        return wiring.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}

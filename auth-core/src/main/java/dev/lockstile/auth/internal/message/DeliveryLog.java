package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes how a message ended: a row in the log of its channel, and its sealed part erased, in one transaction. */
final class DeliveryLog {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final int LONGEST_SMS = 2000;
    private static final int LONGEST_SUBJECT = 255;

    private final AuthStore store;
    private final Clock clock;
    private final OutboxMessageReader words;

    DeliveryLog(AuthStore store, Clock clock, OutboxMessageReader words) {
        this.store = store;
        this.clock = clock;
        this.words = words;
    }

    /** The message needs no more work. */
    void conclude(OutboxMessage message, MessageOutcome outcome) {
        RenderedMessage blanked = words.blanked(message);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            store.alone(tx -> {
                log(tx, message, blanked, outcome, now);
                return finish(tx, message, outcome, now);
            });
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // A log that cannot be written must not have a delivered message sent once more.
            LOG.warn("Message {}: its log was not written: {}", message.id(), ErrorSummary.describe(e));
            store.alone(tx -> finish(tx, message, outcome, now));
        }
    }

    private static boolean finish(AuthTx tx, OutboxMessage message, MessageOutcome outcome, Instant now) {
        tx.outbox().finish(message.id(), outcome, now);
        return true;
    }

    private static void log(
            AuthTx tx, OutboxMessage message, RenderedMessage blanked, MessageOutcome outcome, Instant now) {
        if (message.channel() == Channel.SMS) {
            tx.messageLogs().sms(message.recipient(), Redaction.cut(blanked.text(), LONGEST_SMS), outcome, now);
        } else {
            String subject = Redaction.cut(blanked.subject(), LONGEST_SUBJECT);
            tx.messageLogs().email(new EmailLogEntry(message.recipient(), subject, blanked.text()), outcome, now);
        }
    }
}

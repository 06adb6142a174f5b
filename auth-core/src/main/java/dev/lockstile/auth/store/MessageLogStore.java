package dev.lockstile.auth.store;

import dev.lockstile.auth.model.MessageOutcome;
import java.time.Instant;

/** The two message logs, in a transaction. Where the host keeps no such table nothing is written. */
public interface MessageLogStore {

    /** Notes what became of a text message; the text has its secret parts blanked. */
    void sms(String to, String blankedMessage, MessageOutcome outcome, Instant now);

    /** Notes what became of an e-mail; the body has its secret parts blanked. */
    void email(EmailLogEntry entry, MessageOutcome outcome, Instant now);
}

package dev.lockstile.auth.store;

import dev.lockstile.auth.model.MessageOutcome;
import java.time.Instant;

/**
 * The logs of text messages and e-mails, written in the transaction of an {@link AuthTx}. Nothing is written to a log
 * for which the store has no table.
 */
public interface MessageLogStore {

    /**
     * Adds an entry to the log of text messages. A store truncates texts that exceed their column.
     *
     * @param to the phone number of the recipient
     * @param blankedMessage the text, in which the caller has blanked codes and links
     * @param outcome the result of the sending
     * @param now the time at which the flow began
     */
    void sms(String to, String blankedMessage, MessageOutcome outcome, Instant now);

    /**
     * Adds an entry to the log of e-mails. A store truncates texts that exceed their column.
     *
     * @param entry the e-mail
     * @param outcome the result of the sending
     * @param now the time at which the flow began
     */
    void email(EmailLogEntry entry, MessageOutcome outcome, Instant now);

    /**
     * An e-mail for the log.
     *
     * @param to the address of the recipient
     * @param subject the subject as sent
     * @param blankedBody the text, in which the caller has blanked codes and links
     */
    record EmailLogEntry(String to, String subject, String blankedBody) {

        @Override
        public String toString() {
            return "EmailLogEntry[]";
        }
    }
}

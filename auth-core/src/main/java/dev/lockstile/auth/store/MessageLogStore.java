package dev.lockstile.auth.store;

import dev.lockstile.auth.model.MessageOutcome;
import java.time.Instant;

/** The two message logs, in a transaction. Where the host keeps no such table nothing is written. */
public interface MessageLogStore {

    /**
     * Notes what became of a text message; the text has its secret parts blanked.
     *
     * @param to the number in clear
     * @param blankedMessage without codes and links
     * @param outcome how the sending ended
     * @param now the time of the flow
     */
    void sms(String to, String blankedMessage, MessageOutcome outcome, Instant now);

    /**
     * Notes what became of an e-mail; the body has its secret parts blanked.
     *
     * @param entry what is kept of the e-mail
     * @param outcome how the sending ended
     * @param now the time of the flow
     */
    void email(EmailLogEntry entry, MessageOutcome outcome, Instant now);

    /**
     * What is kept of an e-mail: the body has its secret parts blanked.
     *
     * @param to the address in clear
     * @param subject as it was sent
     * @param blankedBody without codes and links
     */
    record EmailLogEntry(String to, String subject, String blankedBody) {

        @Override
        public String toString() {
            return "EmailLogEntry[]";
        }
    }
}

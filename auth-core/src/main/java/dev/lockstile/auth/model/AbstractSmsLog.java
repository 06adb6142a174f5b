package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the text message log: a message and the outcome of its sending. Codes and links are blanked in the stored
 * text (ASVS 16.2.5).
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractSmsLog extends AbstractMessageLog {

    @Column(name = "phone", length = 32, nullable = false)
    private @Nullable String phone;

    @Column(name = "message", length = 2000, nullable = false)
    private @Nullable String message;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractSmsLog() {}

    /** {@return the phone number of the recipient; null until {@link #record} fills the row} */
    public @Nullable String getPhone() {
        return phone;
    }

    /** {@return the text, with codes and links blanked; null until {@link #record} fills the row} */
    public @Nullable String getMessage() {
        return message;
    }

    /**
     * Fills a new row.
     *
     * @param to the phone number of the recipient, at most 32 characters
     * @param blankedMessage the text, in which the caller has blanked codes and links; at most 2000 characters
     * @param outcome the result of the sending
     */
    public void record(String to, String blankedMessage, MessageOutcome outcome) {
        phone = to;
        message = blankedMessage;
        recordOutcome(outcome);
    }
}

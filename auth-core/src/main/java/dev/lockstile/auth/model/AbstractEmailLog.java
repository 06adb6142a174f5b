package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the e-mail log: an e-mail and the outcome of its sending. Codes and links are blanked in the stored text
 * (ASVS 16.2.5).
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractEmailLog extends AbstractMessageLog {

    @Column(name = "to_email", length = 254, nullable = false)
    private @Nullable String toEmail;

    @Column(name = "subject", length = 255, nullable = false)
    private @Nullable String subject;

    @Column(name = "text_body", length = SettingsJson.COLUMN_LENGTH, nullable = false)
    private @Nullable String textBody;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractEmailLog() {}

    /** {@return the address of the recipient; null until {@link #record} fills the row} */
    public @Nullable String getToEmail() {
        return toEmail;
    }

    /** {@return the subject as sent; null until {@link #record} fills the row} */
    public @Nullable String getSubject() {
        return subject;
    }

    /** {@return the text, with codes and links blanked; null until {@link #record} fills the row} */
    public @Nullable String getTextBody() {
        return textBody;
    }

    /**
     * Fills a new row.
     *
     * @param to the address of the recipient, at most 254 characters
     * @param newSubject the subject as sent, at most 255 characters
     * @param blankedBody the text, in which the caller has blanked codes and links
     * @param outcome the result of the sending
     */
    public void record(String to, String newSubject, String blankedBody, MessageOutcome outcome) {
        toEmail = to;
        subject = newSubject;
        textBody = blankedBody;
        recordOutcome(outcome);
    }
}

package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What became of an e-mail. The text has its secret parts blanked before it comes here (ASVS 16.2.5). */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractEmailLog extends AbstractMessageLog {

    @Column(name = "to_email", length = 254, nullable = false)
    private @Nullable String toEmail;

    @Column(name = "subject", length = 255, nullable = false)
    private @Nullable String subject;

    @Column(name = "text_body", length = SettingsJson.COLUMN_LENGTH, nullable = false)
    private @Nullable String textBody;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractEmailLog() {}

    /** {@return the address it was sent to; null before the row is filled} */
    public @Nullable String getToEmail() {
        return toEmail;
    }

    /** {@return the subject as it was sent; null before the row is filled} */
    public @Nullable String getSubject() {
        return subject;
    }

    /** {@return the text with codes and links blanked; null before the row is filled} */
    public @Nullable String getTextBody() {
        return textBody;
    }

    /**
     * Fills a new row; {@code blankedBody} must not hold a code or a link.
     *
     * @param to the address in clear
     * @param newSubject at most 255 characters
     * @param blankedBody without codes and links
     * @param outcome how the sending ended
     */
    public void record(String to, String newSubject, String blankedBody, MessageOutcome outcome) {
        toEmail = to;
        subject = newSubject;
        textBody = blankedBody;
        conclude(outcome);
    }
}

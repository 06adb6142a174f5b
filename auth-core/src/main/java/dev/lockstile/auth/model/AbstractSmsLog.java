package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What became of a text message. The text has its secret parts blanked before it comes here (ASVS 16.2.5). */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractSmsLog extends AbstractMessageLog {

    @Column(name = "phone", length = 32, nullable = false)
    private @Nullable String phone;

    @Column(name = "message", length = 2000, nullable = false)
    private @Nullable String message;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractSmsLog() {}

    /** {@return the number it was sent to; null before the row is filled} */
    public @Nullable String getPhone() {
        return phone;
    }

    /** {@return the text with codes and links blanked; null before the row is filled} */
    public @Nullable String getMessage() {
        return message;
    }

    /**
     * Fills a new row; {@code blankedMessage} must not hold a code or a link.
     *
     * @param to the number in clear
     * @param blankedMessage without codes and links
     * @param outcome how the sending ended
     */
    public void record(String to, String blankedMessage, MessageOutcome outcome) {
        phone = to;
        message = blankedMessage;
        conclude(outcome);
    }
}

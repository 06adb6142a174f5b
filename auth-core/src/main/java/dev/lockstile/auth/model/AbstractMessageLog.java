package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** The columns that the e-mail log and the text message log share. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractMessageLog extends AbstractTimestamped {

    @Column(name = "template_name", length = 100)
    private @Nullable String templateName;

    @Column(name = "provider", length = 255, nullable = false)
    private @Nullable String provider;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", length = 10, nullable = false)
    private MessageOutcome.@Nullable Status status;

    @Column(name = "error_message", length = 1000)
    private @Nullable String errorMessage;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractMessageLog() {}

    /** {@return the name of the message template; null when there is none} */
    public @Nullable String getTemplateName() {
        return templateName;
    }

    /** {@return the stable name of the provider, not a class name; null until the row is filled} */
    public @Nullable String getProvider() {
        return provider;
    }

    /** {@return the result of the sending; null until the row is filled} */
    public MessageOutcome.@Nullable Status getStatus() {
        return status;
    }

    /** {@return the provider's error without secrets; null when there was none} */
    public @Nullable String getErrorMessage() {
        return errorMessage;
    }

    final void recordOutcome(MessageOutcome outcome) {
        templateName = outcome.template();
        provider = outcome.provider();
        status = outcome.status();
        errorMessage = outcome.error();
    }
}

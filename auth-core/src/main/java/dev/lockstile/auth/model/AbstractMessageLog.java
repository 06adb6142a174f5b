package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What the two message logs have in common. */
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

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractMessageLog() {}

    /** {@return the name of the message's kind; null when it has none} */
    public @Nullable String getTemplateName() {
        return templateName;
    }

    /** {@return the stable name of the provider, not a class name; null before the row is filled} */
    public @Nullable String getProvider() {
        return provider;
    }

    /** {@return what became of it; null before the row is filled} */
    public MessageOutcome.@Nullable Status getStatus() {
        return status;
    }

    /** {@return what the provider said, without secrets; null when all went well} */
    public @Nullable String getErrorMessage() {
        return errorMessage;
    }

    final void conclude(MessageOutcome outcome) {
        templateName = outcome.template();
        provider = outcome.provider();
        status = outcome.status();
        errorMessage = outcome.error();
    }
}

package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Opens a message's values and finds the words for them: the true ones to send, blanked ones to keep. */
final class OutboxMessageReader {

    private final ValueCipher seal;
    private final MessageTemplates templates;
    private final String serviceName;

    OutboxMessageReader(MessageWiring wiring) {
        this.seal = new ValueCipher(wiring.sealKeys(), wiring.randomness());
        this.templates = wiring.templates();
        this.serviceName = wiring.serviceName();
    }

    /** The words to send. */
    RenderedMessage of(OutboxMessage message) throws FailedSend {
        return render(message, values(message));
    }

    /** The words with everything secret blanked; nothing but a blank when the values cannot be opened or rendered. */
    RenderedMessage blanked(OutboxMessage message) {
        try {
            Map<String, String> values = values(message);
            RenderedMessage words = render(message, Redaction.blank(values));
            return new RenderedMessage(
                    Redaction.hide(words.subject(), values), Redaction.hide(words.text(), values), null);
        } catch (FailedSend e) {
            return new RenderedMessage(Redaction.BLANK, Redaction.BLANK, null);
        }
    }

    /** The reason without what the message keeps secret. */
    String cleaned(OutboxMessage message, String reason) {
        try {
            return Redaction.reason(reason, message.recipient(), values(message));
        } catch (FailedSend e) {
            return Redaction.reason(reason, message.recipient(), Map.of());
        }
    }

    private Map<String, String> values(OutboxMessage message) throws FailedSend {
        Map<String, String> values = new HashMap<>(seal.open(message));
        values.putIfAbsent(MessageValues.SERVICE, serviceName);
        return Map.copyOf(values);
    }

    private RenderedMessage render(OutboxMessage message, Map<String, String> values) throws FailedSend {
        MessageKind template = template(message.template());
        Locale locale = Locale.forLanguageTag(message.language());
        try {
            return templates.render(template, message.channel(), locale, values);
        } catch (RuntimeException e) {
            throw ErrorSummary.in("the template", e);
        }
    }

    /** A name not known here may be one that a newer version on another node has put in: so it is tried again. */
    private static MessageKind template(String name) throws FailedSend {
        for (MessageKind template : MessageKind.values()) {
            if (template.name().equals(name)) {
                return template;
            }
        }
        throw FailedSend.temporary("the template is not known here");
    }
}

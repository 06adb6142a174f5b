package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message a flow wants to have sent. Holds a code or a link, so nothing but its kind is printed.
 *
 * @param recipient the stored address or number, never the one in a request
 * @param language the receiver's language as BCP 47 tag; null or nonsense stands for the service's
 * @param values by the names in {@link dev.lockstile.auth.message.MessageTemplates.MessageValues}; the service's name
 *     may be left out
 * @param expiresAt not sent from this instant on
 * @param origin the client that asked for it, for an e-mail that tells it; null for none
 */
public record OutgoingMessage(
        Channel channel,
        String recipient,
        MessageKind template,
        @Nullable String language,
        Map<String, String> values,
        Instant expiresAt,
        @Nullable RequestOrigin origin) {

    public OutgoingMessage(
            Channel channel,
            String recipient,
            MessageKind template,
            @Nullable String language,
            Map<String, String> values,
            Instant expiresAt) {
        this(channel, recipient, template, language, values, expiresAt, null);
    }

    /** The same, telling who asked for it. */
    public OutgoingMessage from(@Nullable RequestOrigin asking) {
        return new OutgoingMessage(channel, recipient, template, language, values, expiresAt, asking);
    }

    /** @throws IllegalArgumentException when the template cannot be sent like this: a mistake in the flow */
    public OutgoingMessage {
        values = Map.copyOf(values);
        require(template.channels().contains(channel), template + " does not go by " + channel);
        require(values.keySet().containsAll(template.requiredValues()), template + " lacks a value");
        require(template.acceptedValues().containsAll(values.keySet()), template + " does not take such a value");
        require(isOneLine(recipient), "the recipient is not one line of text");
    }

    private static boolean isOneLine(String recipient) {
        return !recipient.isBlank() && recipient.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "OutgoingMessage[" + template + ", " + channel + "]";
    }
}

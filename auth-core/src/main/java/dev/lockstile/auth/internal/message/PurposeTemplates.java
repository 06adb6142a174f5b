package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.PurposeSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of codes for the host's own purposes, where the host has given them; all others are of the other templates.
 */
public final class PurposeTemplates implements MessageTemplates {

    private final MessageTemplates others;
    private final Map<String, MessageTemplates> byPurpose;

    private PurposeTemplates(MessageTemplates others, Map<String, MessageTemplates> byPurpose) {
        this.others = others;
        this.byPurpose = Map.copyOf(byPurpose);
    }

    /** {@return the templates themselves where no purpose has words of its own} */
    public static MessageTemplates of(List<PurposeSettings> purposes, Locale fallback, MessageTemplates others) {
        Map<String, MessageTemplates> byPurpose = new HashMap<>();
        for (PurposeSettings purpose : purposes) {
            if (!purpose.texts().isEmpty()) {
                byPurpose.put(purpose.name(), MessageTemplates.of(purpose.texts(), fallback, others));
            }
        }
        return byPurpose.isEmpty() ? others : new PurposeTemplates(others, byPurpose);
    }

    @Override
    public RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values) {
        String purpose = template == MessageKind.PURPOSE_CODE ? values.getOrDefault(MessageValues.PURPOSE, "") : "";
        return byPurpose.getOrDefault(purpose, others).render(template, channel, locale, values);
    }
}

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
import org.jspecify.annotations.Nullable;

/**
 * The words of codes for the host's own purposes, where the host has given them; all others are of the other templates.
 */
public final class PurposeTemplates implements MessageTemplates {

    private final MessageTemplates others;
    private final Map<String, MessageTemplates> byPurpose;
    private final Map<String, Map<Locale, String>> names;

    private PurposeTemplates(
            MessageTemplates others, Map<String, MessageTemplates> byPurpose, Map<String, Map<Locale, String>> names) {
        this.others = others;
        this.byPurpose = Map.copyOf(byPurpose);
        this.names = Map.copyOf(names);
    }

    /** {@return the templates themselves where no purpose has words or a name of its own} */
    public static MessageTemplates of(List<PurposeSettings> purposes, Locale fallback, MessageTemplates others) {
        Map<String, MessageTemplates> byPurpose = new HashMap<>();
        Map<String, Map<Locale, String>> names = new HashMap<>();
        for (PurposeSettings purpose : purposes) {
            names.put(purpose.name(), purpose.names());
            if (!purpose.texts().isEmpty()) {
                byPurpose.put(purpose.name(), MessageTemplates.of(purpose.texts(), fallback, others));
            }
        }
        names.values().removeIf(Map::isEmpty);
        return byPurpose.isEmpty() && names.isEmpty() ? others : new PurposeTemplates(others, byPurpose, names);
    }

    @Override
    public RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values) {
        String purpose = template == MessageKind.PURPOSE_CODE ? values.getOrDefault(MessageValues.PURPOSE, "") : "";
        String name = names.getOrDefault(purpose, Map.of()).get(Locale.forLanguageTag(locale.getLanguage()));
        return byPurpose.getOrDefault(purpose, others).render(template, channel, locale, named(values, name));
    }

    private static Map<String, String> named(Map<String, String> values, @Nullable String name) {
        if (name == null) {
            return values;
        }
        Map<String, String> named = new HashMap<>(values);
        named.put(MessageValues.PURPOSE_NAME, name);
        return named;
    }
}

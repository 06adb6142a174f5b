package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.token.BrowserName;
import java.util.ArrayList;
import java.util.List;

/** The sentence of a message that tells by what, when and where it was asked for, as far as that is known. */
final class AskedFrom {

    private AskedFrom() {}

    /** Empty where nothing is known. */
    static String sentence(TranslationFile words, SanitizedValues filling) {
        boolean device = filling.has(MessageValues.DEVICE);
        List<String> parts = new ArrayList<>();
        if (device) {
            parts.add(device(words, filling.get(MessageValues.DEVICE)));
        }
        if (filling.has(MessageValues.TIME)) {
            parts.add(filling.get(MessageValues.TIME));
        }
        if (filling.has(MessageValues.PLACE)) {
            parts.add(filled(words, "asked.near", filling.get(MessageValues.PLACE)));
        }
        return parts.isEmpty() ? "" : filled(words, device ? "asked.from" : "asked.at", String.join(", ", parts));
    }

    /** Browser and system in a sentence; what is no such pair stays as it is. */
    static String device(TranslationFile words, String device) {
        String[] parts = device.split(", ", 2);
        return parts.length == 1 || !device.equals(BrowserName.of(device))
                ? device
                : Placeholders.fill(words.get("asked.on"), name -> name.equals("browser") ? parts[0] : parts[1]);
    }

    private static String filled(TranslationFile words, String key, String value) {
        return Placeholders.fill(words.get(key), name -> value);
    }
}

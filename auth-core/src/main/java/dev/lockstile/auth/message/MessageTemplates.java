package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a template and its values into words. A host that wants its own words implements this, and hands what it does
 * not care for to the {@linkplain #builtIn(Locale) built-in one}.
 *
 * <p>Called outside any transaction, by several threads. It is called a second time with the secret values blanked, for
 * the message log; so the words depend on nothing but what is given.
 */
@FunctionalInterface
public interface MessageTemplates {

    /**
     * The words of a message.
     *
     * <p>A value may be text that a user chose. An implementation escapes it for what it writes (ASVS 1.2.1): HTML in an
     * HTML body, no line break in a subject, and never looks for placeholders in a value.
     *
     * @param template which message
     * @param channel by which it leaves: one of {@link MessageKind#channels()}
     * @param locale the person's language, or the host's where the person has chosen none
     * @param values by the names in {@link MessageValues}; all required ones are there, and the service's name
     * @return the words of the message
     * @throws RuntimeException when there are no words for it: the try counts as failed
     */
    RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values);

    /** {@return templates in English, Spanish and Portuguese; English for any other language} */
    static MessageTemplates builtIn() {
        return builtIn(Locale.ENGLISH);
    }

    /**
     * {@return templates in English, Spanish and Portuguese}
     *
     * @param fallback the language for people whose own is none of these; English when it is none of these itself
     */
    static MessageTemplates builtIn(Locale fallback) {
        return new BuiltInTemplates(fallback);
    }
}

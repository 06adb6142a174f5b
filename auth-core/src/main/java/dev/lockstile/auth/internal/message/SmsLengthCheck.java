package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the host at start which text messages cost more than they need, by rendering each with values of usual length.
 */
public final class SmsLengthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SmsLengthCheck.class);
    private static final Map<String, String> USUAL = Map.of(
            MessageValues.CODE, "123456",
            MessageValues.LINK, "https://example.com/reset?uid=MTIzNDU2&token=" + "x".repeat(43),
            MessageValues.MINUTES, "10",
            MessageValues.NAME, "Maximiliana",
            MessageValues.TIME, "15/03/2026",
            MessageValues.KIND, "EMAIL",
            MessageValues.WHAT, "Microsoft",
            MessageValues.REPLACED, "true");

    private SmsLengthCheck() {}

    /** Logs a warning for each text that leaves the GSM-7 alphabet or, without a link, does not fit one message. */
    public static void warn(MessageTemplates templates, String service, List<Locale> locales) {
        findings(templates, service, locales).forEach(LOG::warn);
    }

    static List<String> findings(MessageTemplates templates, String service, List<Locale> locales) {
        List<String> findings = new ArrayList<>();
        for (Locale locale : locales) {
            for (MessageKind template : MessageKind.values()) {
                if (template.channels().contains(Channel.SMS)) {
                    texts(template, locale, service).forEach(text -> look(templates, text, findings));
                }
            }
        }
        return findings;
    }

    /** A notice with its link and without: not every host has a page for it. */
    private static List<Text> texts(MessageKind template, Locale locale, String service) {
        String which = "The text message " + template + " in " + locale.toLanguageTag();
        Map<String, String> values = values(template, service);
        if (template.requiredValues().contains(MessageValues.LINK) || !values.containsKey(MessageValues.LINK)) {
            return List.of(new Text(which, template, locale, values));
        }
        Map<String, String> plain = new HashMap<>(values);
        plain.remove(MessageValues.LINK);
        return List.of(
                new Text(which, template, locale, plain), new Text(which + " with a link", template, locale, values));
    }

    private static void look(MessageTemplates templates, Text text, List<String> findings) {
        String which = text.which();
        try {
            MessageTemplates.SmsSegments fit = MessageTemplates.SmsSegments.of(templates
                    .render(text.template(), Channel.SMS, text.locale(), text.values())
                    .text());
            if (!fit.gsm7()) {
                findings.add(which + " leaves the GSM-7 alphabet and goes out as " + fit.segments() + " messages");
            } else if (fit.segments() > 1 && !text.values().containsKey(MessageValues.LINK)) {
                findings.add(which + " goes out as " + fit.segments() + " messages");
            }
        } catch (RuntimeException e) {
            findings.add(which + " has no words: " + ErrorSummary.describe(e));
        }
    }

    private static Map<String, String> values(MessageKind template, String service) {
        Map<String, String> values = USUAL.entrySet().stream()
                .filter(value -> template.acceptedValues().contains(value.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        values.put(MessageValues.SERVICE, service);
        return values;
    }

    private record Text(String which, MessageKind template, Locale locale, Map<String, String> values) {}
}

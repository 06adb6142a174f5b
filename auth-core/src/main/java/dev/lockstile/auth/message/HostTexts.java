package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The host's own words for a message, by language. */
final class HostTexts implements MessageTemplates {

    private final Map<Locale, MessageText> texts;
    private final Locale fallback;
    private final MessageTemplates otherwise;
    private final MailStyle style;

    HostTexts(Map<Locale, MessageText> texts, Locale fallback, MailStyle style, MessageTemplates otherwise) {
        this.style = style;
        this.texts = texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(text -> language(text.getKey()), Map.Entry::getValue));
        this.fallback = language(fallback);
        this.otherwise = otherwise;
    }

    @Override
    public RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values) {
        Locale language = texts.containsKey(language(locale)) ? language(locale) : fallback;
        MessageText text = texts.get(language);
        if (text == null) {
            return otherwise.render(template, channel, locale, values);
        }
        SanitizedValues filling = new SanitizedValues(BuiltInTemplates.words(language), style.supported(values));
        return channel == Channel.SMS
                ? new RenderedMessage("", Placeholders.fill(text.sms(), filling::get), null)
                : email(text, language, filling);
    }

    private RenderedMessage email(MessageText text, Locale language, SanitizedValues filling) {
        String subject = Placeholders.fill(text.subject(), filling::get);
        List<String> paragraphs = List.of(text.body().strip().split("\\R{2,}"));
        MailFoot foot = new MailFoot(filling, style, BuiltInTemplates.words(language), true, "footer.asked");
        NoticeDetails none = NoticeDetails.none(foot.words());
        return new RenderedMessage(
                subject,
                foot.plain(paragraphs, none),
                new HtmlBody(foot, "", none).page(language.getLanguage(), subject, subject, paragraphs));
    }

    private static Locale language(Locale locale) {
        return Locale.forLanguageTag(locale.getLanguage());
    }
}

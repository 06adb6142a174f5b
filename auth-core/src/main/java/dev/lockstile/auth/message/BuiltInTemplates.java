package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The library's own words, from the property files next to this class, and those of the host's files of a language. */
final class BuiltInTemplates implements MessageTemplates {

    static final List<String> LANGUAGES = List.of("en", "es", "pt", "de", "fr");

    private static final Map<String, TranslationFile> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, TranslationFile::load));

    /** Messages whose reader signs in next. */
    private static final Set<MessageKind> TO_SIGN_IN = Set.of(
            MessageKind.ALREADY_REGISTERED,
            MessageKind.PASSWORD_CHANGE_REQUIRED,
            MessageKind.TEMPORARY_PASSWORD_SET,
            MessageKind.DELETION_SCHEDULED,
            MessageKind.FACTORS_RESET_ASKED,
            MessageKind.SUPERUSER_ADDED);

    /** Behind the greeting and the paragraph that tells what happened. */
    private static final int AFTER_THE_FACT = 2;

    private static final String SENTENCE_END = ". ";

    private final Map<String, TranslationFile> byLanguage = new HashMap<>(BY_LANGUAGE);
    private final TranslationFile fallback;
    private final MailStyle style;

    BuiltInTemplates(Locale fallback, MailStyle style) {
        this.style = style;
        TranslationFile english = Objects.requireNonNull(BY_LANGUAGE.get("en"));
        LanguageFiles.onClassPath().texts(LanguageFiles.MESSAGE).forEach((language, texts) -> {
            if (!texts.isEmpty()) {
                byLanguage.put(
                        language, TranslationFile.of(language, texts, BY_LANGUAGE.getOrDefault(language, english)));
            }
        });
        this.fallback = byLanguage.getOrDefault(fallback.getLanguage(), Objects.requireNonNull(byLanguage.get("en")));
    }

    @Override
    public RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values) {
        if (!template.channels().contains(channel)) {
            throw new IllegalArgumentException(template + " does not go by " + channel);
        }
        TranslationFile texts = texts(locale);
        String key = template.name().toLowerCase(Locale.ROOT);
        if (channel == Channel.SMS) {
            SanitizedValues filling = new SanitizedValues(texts, values);
            return new RenderedMessage("", Placeholders.fill(text(texts, key, template, filling), filling::get), null);
        }
        return email(texts, key, template, new SanitizedValues(texts, style.supported(leading(template, values))));
    }

    /** A link takes the place of the last sentence of a notice, which tells what to do; a single one stays. */
    private static String text(TranslationFile texts, String key, MessageKind template, SanitizedValues filling) {
        String text = texts.get(key + ".sms", template, filling);
        boolean optional = template.acceptedValues().contains(MessageValues.LINK)
                && !template.requiredValues().contains(MessageValues.LINK);
        if (!optional || !filling.has(MessageValues.LINK)) {
            return text;
        }
        int end = text.lastIndexOf(SENTENCE_END);
        return (end < 0 ? text : text.substring(0, end + 1)) + " " + texts.get("not_me.sms");
    }

    private RenderedMessage email(TranslationFile texts, String key, MessageKind template, SanitizedValues filling) {
        String named = Placeholders.fill(texts.get(key + ".subject", template, filling), filling::get);
        String body = texts.get(key + ".body", template, filling);
        String subject = style.subject(template, named, filling);
        NoticeDetails details =
                isAskedFor(template) ? NoticeDetails.none(texts) : NoticeDetails.of(template, body, texts, filling);
        List<String> paragraphs = paragraphs(texts, body, filling, details);
        if (filling.isTrue(MessageValues.USERNAME_DROPPED)) {
            paragraphs.add(texts.get(key + "." + MessageValues.USERNAME_DROPPED));
        }
        boolean asksForLink = template.requiredValues().contains(MessageValues.LINK);
        if (leads(template)) {
            signIn(paragraphs, details);
        } else if (!asksForLink && filling.has(MessageValues.LINK)) {
            notMe(texts, paragraphs);
        }
        String button =
                texts.get(asksForLink ? key + ".button" : leads(template) ? "login_link.button" : "not_me.button");
        MailFoot foot = new MailFoot(filling, style, texts, isAskedFor(template), reason(template));
        String html = new HtmlBody(foot, button, details).page(texts.language(), subject, named, paragraphs);
        return new RenderedMessage(subject, foot.plain(paragraphs, details), html);
    }

    /** The page that a message leads to which tells its reader to sign in. */
    private Map<String, String> leading(MessageKind template, Map<String, String> values) {
        if (!leads(template)) {
            return values;
        }
        Map<String, String> leading = new HashMap<>(values);
        leading.put(MessageValues.LINK, Objects.toString(style.signInPage()));
        return leading;
    }

    private boolean leads(MessageKind template) {
        return style.signInPage() != null && TO_SIGN_IN.contains(template);
    }

    /** Below the paragraph that tells to sign in. */
    private static void signIn(List<String> paragraphs, NoticeDetails details) {
        int told = AFTER_THE_FACT + (details.isEmpty() ? 1 : 2);
        paragraphs.add(Math.min(told, paragraphs.size()), HtmlBody.LINK);
    }

    private static String reason(MessageKind template) {
        if (template == MessageKind.INVITATION) {
            return "footer.invited";
        }
        return isAskedFor(template) ? "footer.asked" : "footer.account";
    }

    /** A code or a link comes to who asked for it; anything else tells of the account. */
    private static boolean isAskedFor(MessageKind template) {
        return template != MessageKind.NEW_SIGN_IN
                && (template.requiredValues().contains(MessageValues.CODE)
                        || template.requiredValues().contains(MessageValues.LINK));
    }

    private static List<String> paragraphs(
            TranslationFile texts, String body, SanitizedValues filling, NoticeDetails details) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.get(filling.has(MessageValues.NAME) ? "greeting.name" : "greeting"));
        Stream.of(body.split("\n\n")).forEach(paragraphs::add);
        if (!details.isEmpty()) {
            paragraphs.add(AFTER_THE_FACT, NoticeDetails.PLACEHOLDER);
        }
        return paragraphs;
    }

    /**
     * A button takes the place of what the last paragraph of a notice tells to do where it was not its owner. A text of
     * the host in one paragraph tells what happened, and stays.
     */
    private static void notMe(TranslationFile texts, List<String> paragraphs) {
        int last = paragraphs.size() - 1;
        if (last >= AFTER_THE_FACT && !paragraphs.get(last).equals(NoticeDetails.PLACEHOLDER)) {
            paragraphs.remove(last);
        }
        paragraphs.add(texts.get("not_me.lead"));
        paragraphs.add(HtmlBody.LINK);
        paragraphs.add(texts.get("not_me.then"));
    }

    /** The library's words for a language; the English ones where it has none. */
    static TranslationFile words(Locale language) {
        TranslationFile english = Objects.requireNonNull(BY_LANGUAGE.get("en"));
        return BY_LANGUAGE.getOrDefault(language.getLanguage(), english);
    }

    private TranslationFile texts(Locale locale) {
        return byLanguage.getOrDefault(locale.getLanguage(), fallback);
    }
}

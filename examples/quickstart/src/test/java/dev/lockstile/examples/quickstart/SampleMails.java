package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of e-mail in each language, with all the values that it takes: JSON for the pictures of the browser check. */
final class SampleMails extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final List<String> LANGUAGES = List.of("en", "es", "pt", "de", "fr");
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("service", "Acme Rentals"),
            Map.entry("code", "402917"),
            Map.entry("link", "https://acme.example/account/open?token=Zk3vQm0x8nT1yLrW5sJd7uBhPc2aEf4g"),
            Map.entry("minutes", "15"),
            Map.entry("name", "Maximiliane"),
            Map.entry("username_dropped", "true"),
            Map.entry("purpose", "payment"),
            Map.entry("inviter", "Ana Ruiz"),
            Map.entry("role", "Editor"),
            Map.entry("by", "a•••@acme.example"),
            Map.entry("left", "7"),
            Map.entry("device", "Chrome, Windows"),
            Map.entry("place", "Madrid, ES"));

    /** What is not of all kinds alike, such as to what an act was done. */
    private static final Map<MessageKind, Map<String, String>> OF_KIND = Map.of(
            MessageKind.IDENTIFIER_CHANGED, Map.of("kind", "EMAIL", "what", "m•••@new.example"),
            MessageKind.FACTOR_ADDED, Map.of("kind", "PASSKEY", "what", "laptop"),
            MessageKind.FACTOR_REMOVED, Map.of("kind", "TOTP"),
            MessageKind.SOCIAL_LINKED, Map.of("what", "Google"),
            MessageKind.SOCIAL_UNLINKED, Map.of("what", "Google"),
            MessageKind.SOCIAL_RESUMED, Map.of("what", "Google"),
            MessageKind.API_KEY_CREATED, Map.of("what", "nightly build"),
            MessageKind.SUPERUSER_ADDED, Map.of("what", "n•••@acme.example"),
            MessageKind.NEW_SIGN_IN, Map.of("place", "Madrid, ES (192.0.2.0)"));

    private static final Map<String, String> PURPOSES = Map.of(
            "en", "Payment of an invoice",
            "es", "Pago de una factura",
            "pt", "Pagamento de uma fatura",
            "de", "Zahlung einer Rechnung",
            "fr", "Paiement d’une facture");

    private static final LocalDateTime THEN = LocalDateTime.of(2026, 3, 15, 9, 35);

    private final transient MessageTemplates templates;
    private final transient JsonMapper json = JsonMapper.builder().build();

    SampleMails(MessageTemplates templates) {
        this.templates = templates;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(samples()));
    }

    List<Map<String, String>> samples() {
        return Stream.of(MessageKind.values())
                .filter(kind -> kind.channels().contains(Channel.EMAIL))
                .flatMap(kind -> LANGUAGES.stream().map(language -> sample(kind, language)))
                .toList();
    }

    private Map<String, String> sample(MessageKind kind, String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<String, String> values = new HashMap<>(VALUES);
        values.putAll(OF_KIND.getOrDefault(kind, Map.of()));
        values.put("purpose_name", PURPOSES.getOrDefault(language, ""));
        values.put("time", format(kind).withLocale(locale).format(THEN));
        values.put("due", moment().withLocale(locale).format(THEN.plusDays(3)));
        values.keySet().retainAll(kind.acceptedValues());
        RenderedMessage mail = templates.render(kind, Channel.EMAIL, locale, values);
        return Map.of(
                "sample",
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + language,
                "subject",
                mail.subject(),
                "html",
                Objects.requireNonNull(mail.html()));
    }

    /** As flows write it: a day to come, the clock of a code or link that was just asked for, the moment of an act. */
    private static DateTimeFormatter format(MessageKind kind) {
        if (kind == MessageKind.DELETION_SCHEDULED) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
        }
        return kind.acceptedValues().contains("minutes")
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : moment();
    }

    private static DateTimeFormatter moment() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);
    }
}

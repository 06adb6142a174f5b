package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            Map.entry("kind", "EMAIL"),
            Map.entry("purpose", "payment"),
            Map.entry("what", "laptop"),
            Map.entry("time", "15/03/2026, 09:35"),
            Map.entry("device", "Chrome, Windows"),
            Map.entry("place", "Madrid, ES (192.0.2.0)"));

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
        Map<String, String> values = new HashMap<>(VALUES);
        if (kind == MessageKind.FACTOR_ADDED || kind == MessageKind.FACTOR_REMOVED) {
            values.put("kind", "PASSKEY");
        }
        values.keySet().retainAll(kind.acceptedValues());
        RenderedMessage mail = templates.render(kind, Channel.EMAIL, Locale.forLanguageTag(language), values);
        return Map.of(
                "sample",
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + language,
                "subject",
                mail.subject(),
                "html",
                Objects.requireNonNull(mail.html()));
    }
}

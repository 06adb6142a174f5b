package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedFromTest {

    private static final Map<String, String> VALUES = Map.of("service", "Acme", "code", "482913", "minutes", "5");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Requested from Chrome on Windows, 09:35, near Madrid.",
                "es|Pedido desde Chrome en Windows, 09:35, cerca de Madrid.",
                "pt|Pedido a partir de Chrome no Windows, 09:35, perto de Madrid.",
                "de|Angefordert mit Chrome unter Windows, 09:35, bei Madrid.",
                "fr|Demandé depuis Chrome sur Windows, 09:35, près de Madrid."
            })
    void an_email_tells_by_what_when_and_where_it_was_asked_for(String language, String sentence) {
        RenderedMessage mail = mail(
                MessageTemplates.builtIn(),
                language,
                Map.of("device", "Chrome, Windows", "time", "09:35", "place", "Madrid"));

        assertThat(mail.text()).contains("\n\n" + sentence + "\n\n");
        assertThat(mail.html()).contains(sentence + "<br>");
    }

    @Test
    void only_what_is_known_is_told() {
        MessageTemplates templates = MessageTemplates.builtIn();

        assertThat(mail(templates, "en", Map.of("time", "09:35 UTC")).text())
                .contains("\n\nRequested at 09:35 UTC.\n\n");
        assertThat(mail(templates, "en", Map.of("device", "Firefox", "time", "09:35"))
                        .text())
                .contains("\n\nRequested from Firefox, 09:35.\n\n");
        assertThat(mail(templates, "en", Map.of()).text()).doesNotContain("Requested");
    }

    @Test
    void a_host_may_have_the_code_in_the_subject() {
        MessageTemplates templates =
                MessageTemplates.builtIn(Locale.ENGLISH, MailStyle.defaults().withCodeInSubject());

        assertThat(mail(templates, "en", Map.of()).subject()).isEqualTo("482913 · Your Acme code");
        assertThat(mail(MessageTemplates.builtIn(), "en", Map.of()).subject()).isEqualTo("Your Acme code");
        assertThat(templates
                        .render(
                                MessageKind.LOGIN_LINK,
                                Channel.EMAIL,
                                Locale.ENGLISH,
                                Map.of(
                                        "service",
                                        "Acme",
                                        "code",
                                        "48291312",
                                        "link",
                                        "https://a.example",
                                        "minutes",
                                        "5"))
                        .subject())
                .isEqualTo("Sign in to Acme");
    }

    private static RenderedMessage mail(MessageTemplates templates, String language, Map<String, String> origin) {
        Map<String, String> values = new HashMap<>(VALUES);
        values.putAll(origin);
        return templates.render(MessageKind.LOGIN_CODE, Channel.EMAIL, Locale.forLanguageTag(language), values);
    }
}

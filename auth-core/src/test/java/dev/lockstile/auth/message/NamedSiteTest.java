package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.social.SiteName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices of a linked account name its site, where they are told which it is. */
class NamedSiteTest {

    private static final Map<String, String> UNNAMED = Map.of("service", "Acme", "time", "27 November 2026");
    private static final Map<String, String> NAMED =
            Map.of("service", "Acme", "time", "27 November 2026", "what", "Google");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SOCIAL_LINKED|en|Google was connected to your Acme account",
                "SOCIAL_LINKED|es|Se conectó Google a tu cuenta de Acme",
                "SOCIAL_LINKED|pt|Google foi conectado à sua conta de Acme",
                "SOCIAL_LINKED|de|Google wurde mit Ihrem Konto bei Acme verbunden",
                "SOCIAL_LINKED|fr|Google a été associé à votre compte Acme",
                "SOCIAL_UNLINKED|en|Google was disconnected from your Acme account",
                "SOCIAL_RESUMED|en|You can sign in to Acme with Google again",
                "SOCIAL_RESUMED|de|Sie können sich wieder mit Google bei Acme anmelden"
            })
    void subject_title_and_first_sentence_name_the_site(MessageKind kind, String language, String told) {
        RenderedMessage mail = mail(MessageTemplates.builtIn(), kind, language, NAMED);

        assertThat(mail.subject()).isEqualTo(told);
        assertThat(mail.html()).contains(">" + told + "</h1>").doesNotContain(">Google</td>");
        assertThat(mail.text()).contains("\n\n" + told + ". ");
    }

    @Test
    void a_notice_without_the_site_has_words_of_its_own() {
        RenderedMessage mail = mail(MessageTemplates.builtIn(), MessageKind.SOCIAL_LINKED, "en", UNNAMED);

        assertThat(mail.subject()).isEqualTo("An account at another site was connected to your Acme account");
        assertThat(mail.text()).contains("An account at another site was connected to your Acme account. ");
    }

    @Test
    void a_text_message_names_the_site() {
        assertThat(MessageTemplates.builtIn()
                        .render(MessageKind.SOCIAL_LINKED, Channel.SMS, Locale.ENGLISH, NAMED)
                        .text())
                .startsWith("Google was connected to your Acme account. ");
    }

    @Test
    void a_text_of_the_host_takes_the_place_of_both(@TempDir Path classes) throws IOException {
        Files.writeString(
                classes.resolve("lockstile_en.properties"),
                "message.social_linked.subject=Another way into {service}\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader ours = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(ours);
            RenderedMessage mail = mail(MessageTemplates.builtIn(), MessageKind.SOCIAL_LINKED, "en", NAMED);

            assertThat(mail.subject()).isEqualTo("Another way into Acme");
            assertThat(mail.text()).contains("Google was connected to your Acme account. ");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"github,GitHub", "linkedin,LinkedIn", "google,Google", "corp,Corp", "'',''"})
    void a_site_is_called_what_people_call_it(String provider, String name) {
        assertThat(SiteName.of(provider)).isEqualTo(name);
    }

    private static RenderedMessage mail(
            MessageTemplates templates, MessageKind kind, String language, Map<String, String> values) {
        return templates.render(kind, Channel.EMAIL, Locale.forLanguageTag(language), values);
    }
}

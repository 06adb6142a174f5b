package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.model.Channel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language that a host adds by one file on its class path. */
class LanguageFilesTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path classes;

    @BeforeEach
    void look() throws IOException {
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, before));
    }

    @AfterEach
    void lookAsBefore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void one_file_adds_a_language_to_pages_and_messages() throws IOException {
        Files.writeString(classes.resolve("lockstile_it.properties"), """
                signIn.title=Accedi
                message.login_code.sms=Il codice per {service} vale: {code}. Scade tra {expiry}.
                """);
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(server.browser("it").open("/sign-in").body())
                    .contains("<html lang=\"it\">", "<h1>Accedi</h1>", "Continue</button>")
                    .contains("lang=it\" lang=\"it\" hreflang=\"it\" aria-current=\"true\">Italiano</a>");
            assertThat(server.browser("de").open("/sign-in").body()).contains("Italiano", "Anmelden");
        }
        assertThat(code("it")).isEqualTo("Il codice per Acme vale: 123456. Scade tra 5 minutes.");
        assertThat(code("de")).startsWith("Ihr Code");
    }

    @Test
    void a_file_of_one_of_our_languages_replaces_single_texts() throws IOException {
        Files.writeString(classes.resolve("lockstile_fr.properties"), "signIn.title=Entrez\n");
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(server.browser("fr").open("/sign-in").body()).contains("<h1>Entrez</h1>", "Continuer</button>");
        }
        PageOverrides named = PageOverrides.none().withText("fr", "signIn.title", "Bonjour");
        try (PagesServer server = PagesServer.with(named)) {
            assertThat(server.browser("fr").open("/sign-in").body()).contains("<h1>Bonjour</h1>");
        }
    }

    private static String code(String language) {
        return MessageTemplates.builtIn()
                .render(
                        MessageKind.LOGIN_CODE,
                        Channel.SMS,
                        Locale.forLanguageTag(language),
                        Map.of("service", "Acme", "code", "123456", "minutes", "5"))
                .text();
    }
}

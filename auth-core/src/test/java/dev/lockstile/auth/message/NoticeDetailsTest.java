package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notice tells of an act: to what it was done, when, on which device, and where the session began. */
class NoticeDetailsTest {

    private static final Map<String, String> CLIENT =
            Map.of("device", "Chrome, Windows", "time", "27 November 2026 at 06:25 UTC", "place", "Madrid");

    private final MessageTemplates templates = MessageTemplates.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|What: Passkey “laptop”/When: *T*/Device: Chrome on Windows/Signed in near: Madrid",
                "es|Qué: Llave de acceso «laptop»/Cuándo: *T*/Dispositivo: Chrome en Windows/Sesión iniciada cerca de: Madrid",
                "pt|O quê: Chave de acesso “laptop”/Quando: *T*/Dispositivo: Chrome no Windows/Sessão iniciada perto de: Madrid",
                "de|Betrifft: Passkey „laptop“/Wann: *T*/Gerät: Chrome unter Windows/Ort der Anmeldung: Madrid",
                "fr|Élément : Clé d’accès « laptop »/Quand : *T*/Appareil : Chrome sur Windows/Connexion près de : Madrid"
            })
    void a_notice_tells_what_when_and_from_where(String language, String lines) {
        String told = lines.replace('/', '\n').replace("*T*", CLIENT.get("time"));
        assertThat(mail(MessageKind.FACTOR_ADDED, language, Map.of("kind", "PASSKEY", "what", "laptop"))
                        .text())
                .contains("\n\n" + told + "\n\n");
    }

    @Test
    void html_has_a_line_for_each_with_its_value_escaped() {
        assertThat(mail(MessageKind.FACTOR_ADDED, "en", Map.of("kind", "PASSKEY", "what", "<b>\n{code}"))
                        .html())
                .containsPattern(">What</td><td [^>]*>Passkey “&lt;b&gt; \\{code}”</td></tr>")
                .containsPattern(">Device</td><td [^>]*>Chrome on Windows</td></tr>")
                .doesNotContain("<b>", "{details}");
    }

    @Test
    void only_what_is_known_is_told() {
        Map<String, String> service = Map.of("service", "Acme");
        RenderedMessage bare = templates.render(MessageKind.FACTOR_ADDED, Channel.EMAIL, Locale.ENGLISH, service);
        assertThat(bare.text()).doesNotContain("When", "What", "Device", "details");
        assertThat(bare.html()).doesNotContain("When", "details");
        assertThat(mail(MessageKind.FACTOR_REMOVED, "en", Map.of("kind", "TOTP"))
                        .text())
                .contains("What: Authenticator app\n");
        assertThat(mail(MessageKind.IDENTIFIER_CHANGED, "en", Map.of("kind", "PHONE", "what", "21"))
                        .text())
                .contains("The phone number of your Acme account", "New: 21\nWhen: ");
        assertThat(mail(MessageKind.API_KEY_CREATED, "en", Map.of("what", "nightly"))
                        .text())
                .contains("What: nightly\nWhen: ");
    }

    @ParameterizedTest
    @CsvSource({
        "en,Who,Added by",
        "es,Quién,Añadido por",
        "pt,Quem,Adicionado por",
        "de,Wer,Hinzugefügt von",
        "fr,Qui,Ajouté par"
    })
    void a_new_superuser_is_named_and_so_is_the_one_who_added_it(String language, String who, String by) {
        Map<String, String> values = Map.of("what", "n•••@acme.example", "by", "r•••@acme.example");
        assertThat(mail(MessageKind.SUPERUSER_ADDED, language, values).html())
                .containsPattern(">" + who + "</td><td [^>]*>n•••@acme.example</td>")
                .containsPattern(">" + by + "</td><td [^>]*>r•••@acme.example</td>");
        assertThat(mail(MessageKind.SUPERUSER_ADDED, language, Map.of()).html()).doesNotContain(">" + by + "<");
    }

    @Test
    void a_day_to_come_and_a_message_that_was_asked_for_have_no_such_lines() {
        assertThat(mail(MessageKind.DELETION_SCHEDULED, "en", Map.of()).text()).doesNotContain("When: ");
        assertThat(mail(MessageKind.LOGIN_CODE, "en", Map.of("code", "123456", "minutes", "5"))
                        .text())
                .doesNotContain("When: ");
    }

    @Test
    void a_notice_of_a_sign_in_tells_its_place_on_lines_of_their_own() {
        RenderedMessage mail = mail(MessageKind.NEW_SIGN_IN, "en", Map.of("link", "https://acme.example/not-me"));
        assertThat(mail.text()).contains("Device: Chrome on Windows\nPlace: Madrid\n\n");
        assertThat(mail.html()).containsPattern(">Place</td><td [^>]*>Madrid</td></tr>");
    }

    @Test
    void a_link_takes_the_place_of_what_to_do_where_it_was_another_person() {
        String link = "https://acme.example/not-me?token=x";
        RenderedMessage with = mail(MessageKind.PASSWORD_CHANGED, "en", Map.of("link", link));
        assertThat(with.text())
                .contains("If it was not you, secure your account:\n\n" + link + "\n\nAll devices are signed out")
                .contains("security of your Acme account")
                .doesNotContain("ask for a new password at once");
        assertThat(with.html()).contains("href=\"" + link + "\"", ">Secure my account</a>");
        assertThat(with.subject()).isEqualTo("Your Acme password was changed");
        RenderedMessage without = mail(MessageKind.PASSWORD_CHANGED, "en", Map.of());
        assertThat(without.text()).contains("ask for a new password at once").doesNotContain("secure your account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The sign-in details of your Acme account were changed. Not you?",
                "es|Han cambiado los datos de acceso de tu cuenta de Acme. ¿No lo hiciste?",
                "pt|Os dados de acesso da sua conta de Acme foram alterados. Foi outra pessoa?",
                "de|Die Anmeldeangaben Ihres Kontos bei Acme wurden geändert. Waren Sie das nicht?",
                "fr|Les identifiants de votre compte Acme ont été modifiés. Pas vous ?"
            })
    void a_text_message_tells_what_happened_and_ends_in_the_link(String language, String told) {
        String link = "https://acme.example/not-me?token=x";
        Map<String, String> values = Map.of("service", "Acme", "link", link);
        assertThat(templates
                        .render(MessageKind.IDENTIFIER_CHANGED, Channel.SMS, Locale.forLanguageTag(language), values)
                        .text())
                .isEqualTo(told + " " + link);
        assertThat(templates
                        .render(MessageKind.IDENTIFIER_CHANGED, Channel.SMS, Locale.ENGLISH, Map.of("service", "Acme"))
                        .text())
                .endsWith("were changed. If it was not you, contact Acme at once.");
    }

    @Test
    void a_text_of_the_host_in_one_paragraph_stays_above_the_link(@TempDir Path classes) throws IOException {
        Files.writeString(
                classes.resolve("lockstile_en.properties"),
                "message.password_changed.body=Your word is another.\n"
                        + "message.password_changed.sms=Your word is another.\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader ours = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(ours);
            Map<String, String> link = Map.of("service", "Acme", "link", "https://acme.example/not-me?token=x");
            MessageTemplates hosts = MessageTemplates.builtIn();
            assertThat(told(hosts, link)).contains("Your word is another.\n\nIf it was not you, secure");
            Map<String, String> timed = new HashMap<>(link);
            timed.put("time", "06:25 UTC");
            assertThat(told(hosts, timed))
                    .contains("Your word is another.\n\nWhen: 06:25 UTC\n\nIf it was not you, secure");
            assertThat(hosts.render(MessageKind.PASSWORD_CHANGED, Channel.SMS, Locale.ENGLISH, link)
                            .text())
                    .isEqualTo("Your word is another. Not you? https://acme.example/not-me?token=x");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String told(MessageTemplates templates, Map<String, String> values) {
        return templates
                .render(MessageKind.PASSWORD_CHANGED, Channel.EMAIL, Locale.ENGLISH, values)
                .text();
    }

    private RenderedMessage mail(MessageKind kind, String language, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(CLIENT);
        values.keySet().retainAll(kind.acceptedValues());
        values.put("service", "Acme");
        values.putAll(more);
        return templates.render(kind, Channel.EMAIL, Locale.forLanguageTag(language), values);
    }
}

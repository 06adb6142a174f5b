package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What notices say happened, and what their readers are to do. */
class NoticeWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATA_EXPORTED|en|A copy of your Acme data was downloaded",
                "DATA_EXPORTED|es|Se descargó una copia de tus datos de Acme",
                "DATA_EXPORTED|pt|Uma cópia dos seus dados de Acme foi baixada",
                "DATA_EXPORTED|de|Eine Kopie Ihrer Daten bei Acme wurde heruntergeladen",
                "DATA_EXPORTED|fr|Une copie de vos données Acme a été téléchargée",
                "PASSWORD_RESET_DONE|en|Your Acme password was reset",
                "PASSWORD_RESET_DONE|de|Ihr Passwort bei Acme wurde zurückgesetzt",
                "PASSWORD_RESET_DONE|fr|Votre mot de passe Acme a été réinitialisé"
            })
    void the_subject_says_what_happened(MessageKind kind, String language, String subject) {
        assertThat(mail(kind, language, Map.of()).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Somebody signed in to your Acme account|If it was not you, secure your account:",
                "es|Alguien inició sesión en tu cuenta de Acme|Si no fuiste tú, protege tu cuenta:",
                "pt|Alguém entrou na sua conta de Acme|Se não foi você, proteja a sua conta:",
                "de|Bei Ihrem Konto bei Acme hat sich jemand|Wenn nicht, sichern Sie Ihr Konto:",
                "fr|Quelqu’un s’est connecté à votre compte Acme|Sinon, sécurisez votre compte\u00a0:"
            })
    void a_new_sign_in_is_told_and_leads_to_a_secure_account(String language, String told, String then) {
        Map<String, String> values = Map.of("link", "https://a.example", "time", "T", "device", "D", "place", "P");

        assertThat(mail(MessageKind.NEW_SIGN_IN, language, values).text())
                .contains(told, then + "\n\nhttps://a.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Ana Ruiz invited you to Acme| with the role “editor”|Ana Ruiz invited you to Acme with the role “editor”.",
                "es|Ana Ruiz te invitó a Acme| con el rol «editor»|Ana Ruiz te invitó a Acme con el rol «editor».",
                "pt|Ana Ruiz convidou você para Acme| com a função “editor”|Ana Ruiz convidou você para Acme com a função “editor”.",
                "de|Ana Ruiz hat Sie zu Acme eingeladen| mit der Rolle „editor“|Ana Ruiz hat Sie mit der Rolle „editor“ zu Acme eingeladen.",
                "fr|Ana Ruiz vous invite à rejoindre Acme| avec le rôle «\u00a0editor\u00a0»|Ana Ruiz vous invite à rejoindre Acme avec le rôle «\u00a0editor\u00a0»."
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void an_invitation_names_its_sender_and_the_role_where_it_has_them(
            String language, String told, String role, String sentence) {
        Map<String, String> all = Map.of("link", "L", "minutes", "5", "inviter", "Ana Ruiz", "role", "editor");
        RenderedMessage named = mail(MessageKind.INVITATION, language, all);
        assertThat(named.subject()).isEqualTo(told);
        assertThat(named.text()).contains("\n\n" + sentence + " ");

        Map<String, String> none = Map.of("link", "L", "minutes", "5");
        assertThat(mail(MessageKind.INVITATION, language, none).text()).doesNotContain("Ana", role, "{", " .");
        Map<String, String> roleAlone = Map.of("link", "L", "minutes", "5", "role", "editor");
        assertThat(mail(MessageKind.INVITATION, language, roleAlone).text()).contains(role + ". ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|was created|was replaced",
                "es|Se creó|Se reemplazó",
                "pt|foi criada|foi trocada",
                "de|wurde erstellt|wurde ersetzt",
                "fr|a été créée|a été remplacée"
            })
    void an_api_key_was_created_or_replaced_and_the_notice_says_which(
            String language, String created, String replaced) {
        RenderedMessage first = mail(MessageKind.API_KEY_CREATED, language, Map.of());
        assertThat(first.subject()).contains(created).doesNotContain(replaced);
        assertThat(first.text()).contains(created).doesNotContain(replaced);

        RenderedMessage next = mail(MessageKind.API_KEY_CREATED, language, Map.of("replaced", "true"));
        assertThat(next.subject()).contains(replaced).doesNotContain(created);
        assertThat(next.text()).contains(replaced).doesNotContain(created);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|They will be removed on *D*, unless you stop it.",
                "es|Se quitarán el *D*, si no lo impides.",
                "pt|Eles serão removidos em *D*, se você não impedir.",
                "de|Sie werden am *D* entfernt, wenn Sie es nicht verhindern.",
                "fr|Ils seront retirés le *D*, sauf si vous l’empêchez."
            })
    void a_reset_of_the_factors_that_waits_says_when_it_will_happen(String language, String told) {
        Map<String, String> due = Map.of("due", "2 March 2026 at 12:00 UTC");

        assertThat(mail(MessageKind.FACTORS_RESET_ASKED, language, due).text())
                .contains(told.replace("*D*", "2 March 2026 at 12:00 UTC"));
        assertThat(mail(MessageKind.FACTORS_RESET_ASKED, language, Map.of()).text())
                .doesNotContain("2026", "{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|No codes are left: make new|1 code is left.|7 codes are left.",
                "es|No queda ninguno: crea|Queda 1 código.|Quedan 7 códigos.",
                "pt|Não resta nenhum: crie|Resta 1 código.|Restam 7 códigos.",
                "de|Es ist keiner mehr übrig: Erstellen|Es ist noch 1 Code übrig.|Es sind noch 7 Codes übrig.",
                "fr|Il n’en reste aucun\u00a0: créez|Il reste 1 code.|Il reste 7 codes."
            })
    void the_use_of_a_recovery_code_tells_how_many_are_left(String language, String none, String one, String many) {
        assertThat(codeUsed(language, "0")).contains(" " + none);
        assertThat(codeUsed(language, "1")).contains(" " + one + "\n\n");
        assertThat(codeUsed(language, "7")).contains(" " + many + "\n\n");
        assertThat(mail(MessageKind.RECOVERY_CODE_USED, language, Map.of()).text())
                .doesNotContain(" 7 ", "{");
    }

    private static String codeUsed(String language, String left) {
        return mail(MessageKind.RECOVERY_CODE_USED, language, Map.of("left", left))
                .text();
    }

    private static RenderedMessage mail(MessageKind kind, String language, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("service", "Acme");
        return MessageTemplates.builtIn().render(kind, Channel.EMAIL, Locale.forLanguageTag(language), values);
    }
}

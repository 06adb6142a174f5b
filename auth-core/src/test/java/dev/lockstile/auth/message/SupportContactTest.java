package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a mail tells its reader to contact the service, it says where, if the host has told that. */
class SupportContactTest {

    private static final String ADDRESS = "help@acme.example";
    private static final MailStyle STYLE = MailStyle.defaults().withSupport(ADDRESS);

    static Stream<Arguments> grave() {
        return Stream.of(
                        MessageKind.FACTORS_RESET,
                        MessageKind.ACCOUNT_DELETED,
                        MessageKind.API_KEYS_ENDED,
                        MessageKind.SOCIAL_RESUMED,
                        MessageKind.TEMPORARY_PASSWORD_SET)
                .flatMap(kind -> BuiltInTemplates.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("grave")
    void a_mail_that_tells_to_contact_the_service_has_the_address_as_a_link(MessageKind kind, String language) {
        RenderedMessage mail = mail(STYLE, kind, language, Map.of());

        assertThat(mail.text()).containsOnlyOnce("Acme (help@acme.example)");
        assertThat(mail.html())
                .containsOnlyOnce("Acme (<a href=\"mailto:help@acme.example\" style=\"color:inherit\">"
                        + "help@acme.example</a>)");
        assertThat(mail(MailStyle.defaults(), kind, language, Map.of()).text()).doesNotContain("(", "null");
    }

    @Test
    void a_page_is_a_link_without_its_scheme() {
        MailStyle page = MailStyle.defaults().withSupport("https://acme.example/help?a=1&b=2");
        RenderedMessage mail = mail(page, MessageKind.FACTORS_RESET, "en", Map.of());

        assertThat(mail.html())
                .contains("<a href=\"https://acme.example/help?a=1&amp;b=2\" style=\"color:inherit\">"
                        + "acme.example/help?a=1&amp;b=2</a>");
        assertThat(mail.text()).contains("contact Acme (https://acme.example/help?a=1&b=2) at once.");
    }

    @ParameterizedTest
    @CsvSource({"en,Questions?", "es,¿Preguntas?", "pt,Dúvidas?", "de,Fragen?", "fr,Des questions\u00a0?"})
    void any_other_mail_has_it_in_its_foot(String language, String words) {
        RenderedMessage mail = mail(STYLE, MessageKind.LOGIN_CODE, language, Map.of("code", "123456", "minutes", "5"));

        assertThat(mail.text()).contains("\n" + words + " help@acme.example");
        assertThat(mail.html()).contains(words + " <a href=\"mailto:help@acme.example\"");
        assertThat(mail(STYLE, MessageKind.FACTORS_RESET, language, Map.of()).text())
                .doesNotContain(words);
        assertThat(mail(MailStyle.defaults(), MessageKind.FACTORS_RESET, language, Map.of())
                        .text())
                .doesNotContain(words);
    }

    @Test
    void a_button_that_takes_the_place_of_the_sentence_leaves_the_address_in_the_foot() {
        Map<String, String> link = Map.of("link", "https://acme.example/not-me");
        RenderedMessage mail = mail(STYLE, MessageKind.SOCIAL_RESUMED, "en", link);

        assertThat(mail.text()).contains("Questions? help@acme.example").doesNotContain("contact Acme");
    }

    @Test
    void what_lists_of_messages_show_is_text_alone() {
        for (MessageKind kind : List.of(MessageKind.FACTORS_RESET, MessageKind.LOGIN_CODE)) {
            String html = String.valueOf(mail(STYLE, kind, "en", Map.of("code", "123456", "minutes", "5"))
                    .html());
            assertThat(html.substring(html.indexOf("display:none"), html.indexOf("<table")))
                    .doesNotContain("<a ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "help",
                "@acme.example",
                "help@acme",
                "a b@acme.example",
                "help@acme.example?cc=eve@evil.example",
                "http://acme.example/help",
                "https://",
                "javascript:alert(1)",
                "https://acme.example/a b"
            })
    void what_is_neither_an_address_nor_a_page_is_refused(String support) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailStyle.defaults().withSupport(support))
                .withMessage("no e-mail address and no https page: " + support);
    }

    private static RenderedMessage mail(MailStyle style, MessageKind kind, String language, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("service", "Acme");
        return MessageTemplates.builtIn(Locale.ENGLISH, style)
                .render(kind, Channel.EMAIL, Locale.forLanguageTag(language), values);
    }
}

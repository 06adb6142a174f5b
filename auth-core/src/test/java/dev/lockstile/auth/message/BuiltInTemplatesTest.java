package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTemplatesTest {

    /** The GSM 7-bit alphabet (3GPP TS 23.038) with the extension characters the texts may use. */
    private static final String GSM_7 = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\n";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("service", "Acme"),
            Map.entry("code", "123456"),
            Map.entry("link", "https://acme.example/confirm?uid=7&token=abc"),
            Map.entry("minutes", "5"),
            Map.entry("name", "Ana"),
            Map.entry("username_dropped", "true"),
            Map.entry("kind", "EMAIL"),
            Map.entry("what", "Microsoft"),
            Map.entry("time", "26 November 2026 at 10:20:00 UTC"),
            Map.entry("due", "3 December 2026 at 10:20:00 UTC"),
            Map.entry("purpose_name", "Release of an order"),
            Map.entry("inviter", "Ana Ruiz"),
            Map.entry("role", "editor"),
            Map.entry("by", "r•••@acme.example"),
            Map.entry("left", "7"),
            Map.entry("replaced", "true"),
            Map.entry("device", "Firefox"),
            Map.entry("place", "Porto"));

    private final MessageTemplates templates = MessageTemplates.builtIn();

    static Stream<Arguments> everything() {
        return Stream.of(MessageKind.values())
                .flatMap(template -> template.channels().stream()
                        .flatMap(channel -> BuiltInTemplates.LANGUAGES.stream()
                                .map(language -> Arguments.of(template, channel, Locale.forLanguageTag(language)))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_message_has_words_in_every_language(MessageKind template, Channel channel, Locale locale) {
        RenderedMessage words = templates.render(template, channel, locale, accepted(template));

        assertThat(words.text()).contains("Acme").doesNotContain("{", "}", "null");
        template.requiredValues().forEach(name -> assertThat(words.text()).contains(VALUES.get(name)));
        if (channel == Channel.SMS) {
            assertThat(words.subject()).isEmpty();
            assertThat(words.html()).isNull();
        } else {
            assertThat(words.subject()).contains("Acme").doesNotContain("{", "123456", "https:");
            assertThat(words.html())
                    .contains("Acme", "lang=\"" + locale.getLanguage() + "\"")
                    .doesNotContain("null");
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_email_tells_in_both_forms_why_it_comes_and_who_sends_it(
            MessageKind template, Channel channel, Locale locale) {
        if (channel == Channel.EMAIL) {
            MailStyle style = MailStyle.defaults().withSender("Acme & Sons, Calle Mayor 1, Madrid");
            RenderedMessage mail =
                    MessageTemplates.builtIn(locale, style).render(template, channel, locale, accepted(template));
            String[] foot =
                    mail.text().substring(mail.text().lastIndexOf("\n\n") + 2).split("\n");
            assertThat(foot).hasSize(2);
            assertThat(foot[0]).contains("Acme").endsWith(".").doesNotContain("{");
            assertThat(foot[1]).isEqualTo("Acme & Sons, Calle Mayor 1, Madrid");
            assertThat(mail.html()).contains(foot[0] + "<br>Acme &amp; Sons, Calle Mayor 1, Madrid</td>");
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_text_message_fits_one_segment_of_the_plain_alphabet(MessageKind template, Channel channel, Locale locale) {
        if (channel == Channel.SMS) {
            String text = templates
                    .render(template, channel, locale, accepted(template))
                    .text();

            assertThat(text.chars().filter(c -> GSM_7.indexOf(c) < 0).mapToObj(c -> (char) c))
                    .isEmpty();
            assertThat(text).hasSizeLessThanOrEqualTo(160);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Your Acme code is 123456. It expires in 5 minutes.",
                "es|Tu codigo de Acme es 123456. Vence en 5 minutos.",
                "pt|Seu codigo de Acme: 123456. Expira em 5 minutos.",
                "es-MX|Tu codigo de Acme es 123456. Vence en 5 minutos.",
                "pt-BR|Seu codigo de Acme: 123456. Expira em 5 minutos.",
                "de-AT|Ihr Code für Acme: 123456. Er gilt 5 Minuten.",
                "fr|Votre code Acme : 123456. Il expire dans 5 minutes.",
                "ja|Your Acme code is 123456. It expires in 5 minutes.",
                "und|Your Acme code is 123456. It expires in 5 minutes."
            })
    void a_code_is_told_in_the_language_of_its_receiver(String tag, String expected) {
        assertThat(loginSms(templates, tag)).isEqualTo(expected);
    }

    @Test
    void the_host_chooses_the_language_of_those_who_speak_none_of_ours() {
        assertThat(loginSms(MessageTemplates.builtIn(Locale.forLanguageTag("es-MX")), "ja"))
                .startsWith("Tu codigo");
        assertThat(loginSms(MessageTemplates.builtIn(Locale.JAPANESE), "ja")).startsWith("Your");
    }

    @ParameterizedTest
    @CsvSource({
        "0,1 minute",
        "1,1 minute",
        "2,2 minutes",
        "60,1 hour",
        "90,90 minutes",
        "1440,24 hours",
        "2880,2 days",
        "3000,50 hours"
    })
    void the_life_of_a_code_is_told_in_minutes_or_hours(String minutes, String told) {
        Map<String, String> values = Map.of("service", "Acme", "code", "123456", "minutes", minutes);
        assertThat(templates
                        .render(MessageKind.LOGIN_CODE, Channel.SMS, Locale.ENGLISH, values)
                        .text())
                .endsWith("It expires in " + told + ".");
    }

    @Test
    void the_reader_is_told_that_the_user_name_was_dropped_only_when_it_was() {
        assertThat(confirmEmail(Map.of("username_dropped", "true")).text()).contains("user name you chose");
        assertThat(confirmEmail(Map.of("username_dropped", "false")).text()).doesNotContain("user name you chose");
        assertThat(confirmEmail(Map.of()).text()).doesNotContain("user name you chose");
    }

    @Test
    void an_identifier_change_names_what_changed() {
        assertThat(changed("PHONE")).contains("The phone number of your Acme account");
        assertThat(changed("no_such_kind")).contains("The sign-in details of your Acme account");
    }

    @Test
    void a_name_with_markup_is_text_in_html() {
        RenderedMessage words = changedFor("<script>alert('x')</script>\"&");

        assertThat(words.html())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;")
                .doesNotContain("<script", "alert('x')");
        assertThat(words.text()).contains("<script>alert('x')</script>\"&");
    }

    @Test
    void a_name_with_line_breaks_stays_on_its_line() {
        RenderedMessage words = changedFor("Ana\r\nBcc: eve@example.com\u2028\u202Ex");

        assertThat(words.text()).startsWith("Hello Ana Bcc: eve@example.com x,\n\n");
        assertThat(words.html()).doesNotContain("\r", "\u2028", "\u202E");
    }

    @Test
    void a_name_with_placeholders_is_not_filled_in() {
        assertThat(changedFor("{} {service} {code} $1 \\ {0} %s").text())
                .startsWith("Hello {} {service} {code} $1 \\ {0} %s,");
    }

    @Test
    void a_very_long_name_is_shortened() {
        assertThat(changedFor("😀".repeat(500)).text()).startsWith("Hello " + "😀".repeat(60) + "…,");
    }

    @Test
    void a_blank_name_is_left_out() {
        assertThat(changedFor(" \u0000 ").text()).startsWith("Hello,");
    }

    @Test
    void a_service_name_with_a_line_break_cannot_add_a_header() {
        Map<String, String> values = Map.of("service", "Acme\r\nBcc: eve@example.com", "code", "1", "minutes", "5");
        assertThat(templates
                        .render(MessageKind.LOGIN_CODE, Channel.EMAIL, Locale.ENGLISH, values)
                        .subject())
                .isEqualTo("Your Acme Bcc: eve@example.com code");
    }

    @Test
    void a_link_cannot_leave_its_attribute() {
        RenderedMessage words = confirmEmail(Map.of("link", "https://a.example/?x=\"><img src=x>&y=1"));

        assertThat(words.html())
                .contains("href=\"https://a.example/?x=&quot;&gt;&lt;img src=x&gt;&amp;y=1\"")
                .doesNotContain("<img");
    }

    @Test
    void a_missing_value_is_an_error_and_not_a_hole_in_the_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.render(
                        MessageKind.LOGIN_CODE, Channel.SMS, Locale.ENGLISH, Map.of("service", "Acme")));
    }

    @Test
    void a_confirmation_of_an_address_does_not_go_by_sms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.render(MessageKind.CONFIRM_EMAIL, Channel.SMS, Locale.ENGLISH, VALUES));
    }

    @Test
    void messages_to_unproven_addresses_take_no_text_of_a_user() {
        assertThat(Stream.of(MessageKind.values())
                        .filter(template -> template.acceptedValues().contains("name")))
                .doesNotContain(
                        MessageKind.LOGIN_CODE,
                        MessageKind.CONFIRM_EMAIL,
                        MessageKind.ALREADY_REGISTERED,
                        MessageKind.CHANGE_CODE);
    }

    @Test
    void codes_links_and_unknown_values_are_secret() {
        assertThat(Stream.of("code", "link", "something_of_the_host")).allMatch(MessageValues::isSecret);
        assertThat(Stream.of("service", "minutes", "name", "kind", "username_dropped"))
                .noneMatch(MessageValues::isSecret);
    }

    @Test
    void a_rendered_message_prints_nothing_and_refuses_a_subject_of_two_lines() {
        assertThat(new RenderedMessage("s", "482913", null)).hasToString("RenderedMessage[hidden]");
        assertThatIllegalArgumentException().isThrownBy(() -> new RenderedMessage("a\r\nb", "", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RenderedMessage("a\u2028b", "", null));
    }

    private static Map<String, String> accepted(MessageKind template) {
        Map<String, String> values = new HashMap<>(VALUES);
        values.keySet().retainAll(template.acceptedValues());
        return values;
    }

    private static String loginSms(MessageTemplates templates, String tag) {
        return templates
                .render(MessageKind.LOGIN_CODE, Channel.SMS, Locale.forLanguageTag(tag), VALUES)
                .text();
    }

    private RenderedMessage confirmEmail(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(VALUES);
        values.remove("username_dropped");
        values.putAll(more);
        return templates.render(MessageKind.CONFIRM_EMAIL, Channel.EMAIL, Locale.ENGLISH, values);
    }

    private String changed(String kind) {
        Map<String, String> values = Map.of("service", "Acme", "kind", kind);
        return templates
                .render(MessageKind.IDENTIFIER_CHANGED, Channel.EMAIL, Locale.ENGLISH, values)
                .text();
    }

    private RenderedMessage changedFor(String name) {
        Map<String, String> values = Map.of("service", "Acme", "name", name);
        return templates.render(MessageKind.PASSWORD_CHANGED, Channel.EMAIL, Locale.ENGLISH, values);
    }
}

package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.model.Channel;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout of e-mails: accent, logo, foot, and what lists of messages show. */
class MailStyleTest {

    private static final Map<String, String> VALUES = Map.of(
            "service", "Acme", "code", "123456", "link", "https://acme.example/confirm?token=abc", "minutes", "5");

    @Test
    void accent_logo_and_sender_of_the_host_are_in_every_mail() {
        MailStyle style = MailStyle.defaults()
                .withAccent("#7a1f5c")
                .withLogo(URI.create("https://acme.example/logo.png?a=1&b=2"))
                .withSender("Acme <Ltd>, 1 Harbour Street");
        assertThat(html(style, MessageKind.CONFIRM_EMAIL))
                .contains(
                        "background:#7a1f5c",
                        "src=\"https://acme.example/logo.png?a=1&amp;b=2\"",
                        "Acme &lt;Ltd&gt;, 1 Harbour Street")
                .doesNotContain("#3455db", "<script", "<Ltd>");
    }

    @Test
    void mails_that_tell_to_sign_in_lead_to_the_sign_in_page() {
        String page = "https://acme.example/sign-in";
        MailStyle style = MailStyle.defaults().withSignInPage(URI.create(page));
        String registered = html(style, MessageKind.ALREADY_REGISTERED);
        assertThat(registered)
                .contains("<a href=\"" + page + "\"", ">Sign in</a>")
                .containsPattern("(?s)If it was you, sign in.*href=.*If it was not you");
        assertThat(html(MailStyle.defaults(), MessageKind.ALREADY_REGISTERED)).doesNotContain(page, ">Sign in</a>");
        assertThat(html(style, MessageKind.SUPERUSER_ADDED)).containsPattern("(?s)look at the audit trail.*href=");
        assertThat(html(style, MessageKind.PASSWORD_CHANGED)).doesNotContain(page);
        assertThat(html(style, MessageKind.CONFIRM_EMAIL)).doesNotContain(page);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailStyle.defaults().withSignInPage(URI.create("/sign-in")))
                .withMessage("the sign-in page must be an absolute address: /sign-in");
    }

    @Test
    void a_mail_without_a_logo_has_the_first_letter_of_the_service_on_the_accent() {
        MailStyle style = MailStyle.defaults().withAccent("#ffd400");
        assertThat(mail(style, "«élan» & co"))
                .contains("background:#ffd400;color:#16181d;", ">É</td>", "«élan» &amp; co</span>")
                .doesNotContain("<img");
        assertThat(mail(style, "<&>")).as("no letter").doesNotContain("aria-hidden");
        assertThat(html(style.withLogo(URI.create("https://acme.example/logo.png")), MessageKind.LOGIN_CODE))
                .contains("<img")
                .doesNotContain("aria-hidden");
    }

    @Test
    void the_subject_is_the_heading_and_a_code_in_it_is_not() {
        assertThat(html(MailStyle.defaults().withCodeInSubject(), MessageKind.LOGIN_CODE))
                .contains("<title>123456 · Your Acme code</title>", ">Your Acme code</h1>");
        assertThat(mail(MailStyle.defaults(), "A&B")).contains(">Your A&amp;B password was changed</h1>");
        assertThat(hostMail("en", "Take {code}.")).contains(">Your code</h1>");
    }

    @Test
    void nothing_below_the_last_paragraph_widens_the_card() {
        assertThat(html(MailStyle.defaults(), MessageKind.LOGIN_CODE))
                .containsPattern("margin:0 0 0;color:#16181d\">[^<]*</p>\n</td>");
        assertThat(hostMail("en", "Take it:\n\n{code}")).containsPattern("margin:8px 0 0;[^<]*</p>\n</td>");
    }

    @Test
    void the_foot_says_why_the_message_came() {
        assertThat(html(MailStyle.defaults(), MessageKind.CONFIRM_EMAIL)).contains("was entered at Acme");
        assertThat(html(MailStyle.defaults(), MessageKind.PASSWORD_CHANGED)).contains("security of your Acme account");
    }

    @Test
    void the_foot_of_an_invitation_tells_of_it() {
        assertThat(html(MailStyle.defaults(), MessageKind.INVITATION)).contains("because you were invited to Acme.");
    }

    @Test
    void lists_of_messages_show_no_code() {
        String mail = html(MailStyle.defaults(), MessageKind.LOGIN_CODE);
        assertThat(preheader(mail)).contains("Your code for Acme is").doesNotContain("123456");
    }

    @ParameterizedTest
    @CsvSource({"en, {code} is your code.", "es, Código: {code}", "en, Open {link} now.", "pt, '({code}, {link})'"})
    void lists_of_messages_show_no_code_that_a_text_of_the_host_writes_within_a_line(String language, String line) {
        String mail = hostMail(language, line + "\n\nIt is good for {minutes} minutes.");
        assertThat(preheader(mail)).contains("It is good for 5 minutes.").doesNotContain("123456", "token=abc");
        assertThat(preheader(hostMail(language, line))).isEmpty();
    }

    @Test
    void lists_of_messages_show_the_first_line_of_a_text_of_the_host() {
        assertThat(preheader(hostMail("en", "Welcome back to {service}.\n\nThe code is:\n\n{code}")))
                .contains("Welcome back to Acme.");
    }

    @ParameterizedTest
    @CsvSource({
        "#3455db, #ffffff",
        "#7a1f5c, #ffffff",
        "#000000, #ffffff",
        "#ffd400, #16181d",
        "#ffffff, #16181d",
        "#7fdba6, #16181d"
    })
    void the_text_of_a_button_is_read_on_every_accent(String accent, String text) {
        assertThat(html(MailStyle.defaults().withAccent(accent), MessageKind.CONFIRM_EMAIL))
                .contains("background:" + accent + ";color:" + text + ";");
    }

    @Test
    void the_dark_is_as_complete_as_the_light() {
        assertThat(html(MailStyle.defaults(), MessageKind.LOGIN_CODE))
                .contains("prefers-color-scheme:dark", "class=\"card\"", "class=\"code\"", "class=\"text\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#3455db;color:red", "url(x)", ""})
    void an_accent_that_could_leave_its_declaration_is_refused(String accent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailStyle.defaults().withAccent(accent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://acme.example/logo.png", "/logo.png", "javascript:alert(1)"})
    void a_logo_is_loaded_by_https_alone(String logo) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailStyle.defaults().withLogo(URI.create(logo)));
    }

    private static String hostMail(String language, String body) {
        Locale locale = Locale.forLanguageTag(language);
        MessageText text = new MessageText("Your code", body, "{code}");
        return MessageTemplates.of(Map.of(locale, text), locale, MessageTemplates.builtIn())
                .render(MessageKind.LOGIN_LINK, Channel.EMAIL, locale, VALUES)
                .html();
    }

    private static String preheader(String mail) {
        int begin = mail.indexOf("<div style=\"display:none");
        return begin < 0 ? "" : mail.substring(begin, mail.indexOf("</div>"));
    }

    private static String mail(MailStyle style, String service) {
        return MessageTemplates.builtIn(Locale.ENGLISH, style)
                .render(MessageKind.PASSWORD_CHANGED, Channel.EMAIL, Locale.ENGLISH, Map.of("service", service))
                .html();
    }

    private static String html(MailStyle style, MessageKind kind) {
        return MessageTemplates.builtIn(Locale.ENGLISH, style)
                .render(kind, Channel.EMAIL, Locale.ENGLISH, VALUES)
                .html();
    }
}

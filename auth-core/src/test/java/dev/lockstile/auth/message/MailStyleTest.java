package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.model.Channel;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void the_foot_says_why_the_message_came() {
        assertThat(html(MailStyle.defaults(), MessageKind.CONFIRM_EMAIL)).contains("was entered at Acme");
        assertThat(html(MailStyle.defaults(), MessageKind.PASSWORD_CHANGED)).contains("security of your Acme account");
    }

    @Test
    void lists_of_messages_show_no_code() {
        String mail = html(MailStyle.defaults(), MessageKind.LOGIN_CODE);
        String preheader = mail.substring(mail.indexOf("<div style=\"display:none"), mail.indexOf("</div>"));
        assertThat(preheader).contains("Your code for Acme is").doesNotContain("123456");
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

    private static String html(MailStyle style, MessageKind kind) {
        return MessageTemplates.builtIn(Locale.ENGLISH, style)
                .render(kind, Channel.EMAIL, Locale.ENGLISH, VALUES)
                .html();
    }
}

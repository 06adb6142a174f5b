package dev.lockstile.auth.spring.internal.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The development inbox as a page. */
class InboxPageTest {

    @Test
    void an_e_mail_is_previewed_at_two_widths_without_running_anything() {
        String html = "<p class=\"code\">Tom & Ana</p><script>alert(1)</script>";
        String page = InboxPage.render(List.of(entry("email", html)));
        assertThat(page)
                .contains("<iframe sandbox loading=\"lazy\" title=\"E-mail\" width=\"390\"", "width=\"600\"")
                .contains("srcdoc=\"&lt;p class=&quot;code&quot;&gt;Tom &amp; Ana")
                .doesNotContain("<script");
    }

    @Test
    void a_text_message_has_no_preview() {
        assertThat(InboxPage.render(List.of(entry("sms", null)))).doesNotContain("<iframe");
    }

    @Test
    void addresses_subjects_texts_and_links_are_shown_as_text() {
        String script = "<script>alert(1)</script>";
        String text = script + " https://acme.example/?a=\"><script>";
        DevInbox.Entry entry = new DevInbox.Entry("1", "email", script, script, text, null, Instant.EPOCH);
        assertThat(InboxPage.render(List.of(entry)))
                .contains("&lt;script&gt;alert(1)", "?a=&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script");
    }

    private static DevInbox.Entry entry(String channel, String html) {
        return new DevInbox.Entry("1", channel, "ana@example.com", "Hello", "Your code is 123456", html, Instant.EPOCH);
    }
}

package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MailStyle;
import dev.lockstile.auth.message.MessageTemplates;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pictures of e-mails show what flows send. */
class SampleMailsTest {

    private final SampleMails mails = new SampleMails(
            MessageTemplates.builtIn(Locale.ENGLISH, MailStyle.defaults().withSupport("help@acme.example")));

    @Test
    void a_date_is_written_as_its_language_does_and_a_day_to_come_has_no_clock() {
        assertThat(subject("deletion-scheduled-de")).endsWith("wird am 15.03.2026 gelöscht");
        assertThat(subject("deletion-scheduled-en")).endsWith("on Mar 15, 2026");
        assertThat(html("password-changed-de")).contains("15. März 2026");
        assertThat(html("login-code-en")).contains("Requested from Chrome on Windows, 9:35");
    }

    @Test
    void an_act_is_done_to_what_its_kind_tells_of() {
        assertThat(subject("social-linked-en")).startsWith("Google was connected");
        assertThat(html("identifier-changed-en")).contains("m•••@new.example").doesNotContain("laptop");
        assertThat(html("recovery-code-used-en")).contains("7 codes are left.");
        assertThat(subject("purpose-code-fr")).endsWith("Paiement d’une facture");
        assertThat(html("factors-reset-en")).contains("mailto:help@acme.example");
    }

    private String subject(String sample) {
        return of(sample).getOrDefault("subject", "");
    }

    private String html(String sample) {
        return of(sample).getOrDefault("html", "");
    }

    private Map<String, String> of(String sample) {
        return mails.samples().stream()
                .filter(each -> sample.equals(each.get("sample")))
                .findFirst()
                .orElseThrow();
    }
}

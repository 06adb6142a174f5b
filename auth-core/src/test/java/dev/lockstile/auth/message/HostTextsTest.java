package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostTextsTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Map<String, String> VALUES =
            Map.of("service", "A <b> & {code}", "code", "123456", "minutes", "120", "purpose", "release");

    private final MessageTemplates templates = MessageTemplates.of(
            Map.of(SPANISH, new MessageText("De {service}", "Para <ti>:\n\n{code}\n\nVence en {expiry}.", "{code} ES")),
            Locale.FRENCH,
            MessageTemplates.builtIn());

    @Test
    void words_of_the_host_are_filled_and_escaped() {
        RenderedMessage mail = render(Channel.EMAIL, Locale.forLanguageTag("es-MX"));
        assertThat(mail.subject()).isEqualTo("De A <b> & {code}");
        assertThat(mail.text())
                .isEqualTo("Para <ti>:\n\n123456\n\nVence en 2 horas.\n\nRecibes este mensaje porque alguien"
                        + " escribió esta dirección en A <b> & {code}.\n");
        assertThat(mail.html())
                .contains("lang=\"es\"", "Para &lt;ti&gt;:", "font-size:30px", ">123456<")
                .doesNotContain("<b>", "<ti>");
        assertThat(render(Channel.SMS, SPANISH)).isEqualTo(new RenderedMessage("", "123456 ES", null));
    }

    @Test
    void a_language_without_words_of_the_host_gets_those_of_the_library() {
        assertThat(render(Channel.SMS, Locale.ENGLISH).text()).contains("123456", "expires");
        assertThat(MessageTemplates.of(
                                Map.of(SPANISH, new MessageText("s", "{code}", "{code} ES")),
                                SPANISH,
                                MessageTemplates.builtIn())
                        .render(MessageKind.PURPOSE_CODE, Channel.SMS, Locale.ENGLISH, VALUES)
                        .text())
                .as("or those of the host in the language of the service")
                .isEqualTo("123456 ES");
    }

    private RenderedMessage render(Channel channel, Locale locale) {
        return templates.render(MessageKind.PURPOSE_CODE, channel, locale, VALUES);
    }
}

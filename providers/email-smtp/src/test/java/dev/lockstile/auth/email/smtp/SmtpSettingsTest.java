package dev.lockstile.auth.email.smtp;

import dev.lockstile.test.Bounds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SmtpSettingsTest {

    private static final SmtpSettings SETTINGS = SmtpSettings.of("mail.acme.example", "no-reply@acme.example");

    @Test
    void a_port_is_one_of_tcp() {
        Bounds.hold(SETTINGS::withPort, 1, 0);
        Bounds.hold(SETTINGS::withPort, 65_535, 65_536);
    }

    @Test
    void a_message_takes_up_to_20_seconds() {
        Bounds.shortest(SETTINGS::withLimit, Duration.ofNanos(1));
        Bounds.longest(SETTINGS::withLimit, Duration.ofSeconds(20));
    }
}

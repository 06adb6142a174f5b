package dev.lockstile.auth.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JbDrfAuthCompatibilityTest {

    private static final LinkSettings LINKS =
            LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"));

    @Test
    void the_figures_of_jb_drf_auth_are_set() {
        TokenSettings tokens = JbDrfAuthCompatibility.tokens("https://acme.example", "acme");
        AuthSettings settings = JbDrfAuthCompatibility.settings("Acme", tokens, LINKS);

        assertThat(settings.tokens().accessTtl()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.codes().emailDigits()).isEqualTo(6);
        assertThat(settings.codes().unboundAttempts()).isEqualTo(5);
        assertThat(settings.passwords().length().min()).isEqualTo(8);
        assertThat(settings.throttles().rate(RateLimit.REGISTER_IP)).contains(Rate.perHour(10));
    }

    @Test
    void no_protection_is_turned_off() {
        TokenSettings tokens = TokenSettings.owasp("https://acme.example", "acme");
        AuthSettings owasp = AuthSettings.owasp("Acme", tokens, LINKS);
        AuthSettings settings = JbDrfAuthCompatibility.settings("Acme", tokens, LINKS);

        assertThat(settings.throttles().off()).isEmpty();
        assertThat(settings.throttles().failures()).isEqualTo(owasp.throttles().failures());
        assertThat(settings.signUp()).isEqualTo(owasp.signUp());
        assertThat(settings.sessions()).isEqualTo(owasp.sessions());
    }
}

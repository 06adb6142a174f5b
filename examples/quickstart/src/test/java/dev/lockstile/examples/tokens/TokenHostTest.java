package dev.lockstile.examples.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;

class TokenHostTest {

    private static final TokenSettings TOKENS = TokenSettings.owasp("https://acme.example", "acme");

    @Test
    void what_the_document_shows_works() {
        AuthKeys keys = AuthKeys.generate();
        try (Auth auth = auth(keys)) {
            Instant now = Instant.parse("2026-05-01T10:00:00Z");
            AuthKeys kept = TokenHost.rotate(keys, auth, TOKENS, now);
            assertThat(kept.signing().keys()).hasSize(2);
            assertThat(TokenHost.beside(auth.sessions().publicKeys()).verify("a.b.c"))
                    .isEmpty();
            AuthKeys later = TokenHost.rotate(kept, auth, TOKENS, now.plus(Duration.ofDays(90)));
            assertThat(later.signing().keys())
                    .hasSize(2)
                    .doesNotContain(keys.signing().keys().get(0));
            TokenHost.protect(auth, new ServletContextHandler());
        }
    }

    private static Auth auth(AuthKeys keys) {
        LinkSettings links =
                LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"));
        return Auth.builder(new InMemoryAuthStore())
                .settings(TokenHost.stricter(AuthSettings.owasp("Acme", TOKENS, links)))
                .keys(keys)
                .email(new ConsoleEmailSender())
                .build();
    }
}

package dev.lockstile.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.fppt.jedismock.RedisServer;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.TokenSettings;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What people meet while the server of the counters is away. */
final class RedisGoneTest {

    @Test
    void codes_are_refused_as_unavailable_and_passwords_are_still_looked_at() throws IOException {
        RedisServer server = RedisServer.newRedisServer().start();
        AuthBuilder builder = host();
        RedisCounters counters = RedisHost.wire(builder, "redis://127.0.0.1:" + server.getBindPort() + "?timeout=2s");
        try (Auth auth = builder.build()) {
            assertThat(auth.codes().request(code("ana"))).isInstanceOf(Outcome.Done.class);
            server.stop();
            assertThatThrownBy(() -> auth.codes().request(code("bob"))).isInstanceOf(StoreUnavailableException.class);
            assertThat(auth.login()
                            .signIn(new PasswordLogin.Request(
                                    "ana@acme.example", Secret.of("plum-harbour"), ClientInfo.web("192.0.2.7"))))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        } finally {
            counters.close();
        }
    }

    @Test
    void an_address_with_the_clients_own_timeout_of_a_minute_is_refused() {
        assertThatThrownBy(() -> RedisHost.wire(host(), "redis://127.0.0.1:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a timeout of at most 5 s");
    }

    private static CodeLogin.Request code(String name) {
        return new CodeLogin.Request(CodeIdentifier.email(name + "@acme.example"), Channel.EMAIL, "192.0.2.7");
    }

    private static AuthBuilder host() {
        return Auth.builder(new InMemoryAuthStore())
                .settings(AuthSettings.owasp(
                        "Acme",
                        TokenSettings.owasp("https://acme.example", "acme"),
                        LinkSettings.of(
                                URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"))))
                .keys(AuthKeys.generate())
                .email(new ConsoleEmailSender());
    }
}

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
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.TokenSettings;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of the counters whose answers come late. */
@Timeout(60)
final class SlowRedisTest {

    private static final int CODES = 8;

    private RedisServer server;
    private SlowProxy proxy;
    private RedisCounters counters;
    private Auth auth;

    @BeforeEach
    void start() throws IOException {
        server = RedisServer.newRedisServer().start();
        proxy = new SlowProxy(server.getBindPort());
        AuthBuilder builder = Auth.builder(new InMemoryAuthStore())
                .settings(AuthSettings.owasp(
                                "Acme",
                                TokenSettings.owasp("https://acme.example", "acme"),
                                LinkSettings.of(
                                        URI.create("https://acme.example/confirm"),
                                        URI.create("https://acme.example/reset")))
                        .withThrottles(
                                ThrottleSettings.owasp().with(RateLimit.OTP_REQUEST_IP, RateLimit.Rate.perHour(CODES))))
                .keys(AuthKeys.generate())
                .email(new ConsoleEmailSender());
        counters = RedisHost.wire(builder, "redis://127.0.0.1:" + proxy.port() + "?timeout=2s");
        auth = builder.build();
    }

    @AfterEach
    void stop() throws IOException {
        auth.close();
        counters.close();
        proxy.close();
        server.stop();
    }

    @Test
    void answers_within_the_timeout_count_as_ever() {
        proxy.delay(200);
        for (int n = 0; n < CODES; n++) {
            assertThat(code("ana-" + n)).isInstanceOf(Outcome.Done.class);
        }
        assertThat(isThrottled(code("ana"))).isTrue();
        assertThat(login()).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
    }

    @Test
    void answers_beyond_the_timeout_are_an_outage_that_ends_and_whose_requests_have_counted() throws Exception {
        assertThat(code("ana")).isInstanceOf(Outcome.Done.class);
        proxy.delay(3_000);
        for (int n = 0; n < 2; n++) {
            String name = "bob-" + n;
            assertThatThrownBy(() -> code(name)).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(login()).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        proxy.delay(0);
        assertThat(grantedUntilFull())
                .as("at most what one before and two while it was slow have left")
                .isBetween(1, CODES - 3);
    }

    /** Asks until the limit is reached. While answers of before are awaited the flow is unavailable, and counts. */
    private int grantedUntilFull() {
        int granted = 0;
        for (int n = 0; n < 2 * CODES; n++) {
            try {
                if (isThrottled(code("eve-" + n))) {
                    return granted;
                }
                granted++;
            } catch (StoreUnavailableException late) {
                assertThat(late).hasCauseInstanceOf(RedisException.class);
            }
        }
        throw new AssertionError("no end");
    }

    private static boolean isThrottled(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused && refused.why() == Refusal.THROTTLED;
    }

    private Outcome<?> code(String name) {
        return auth.codes()
                .request(new CodeLogin.Request(
                        CodeIdentifier.email(name + "@acme.example"), Channel.EMAIL, "192.0.2.7"));
    }

    private Outcome<?> login() {
        return auth.login()
                .signIn(new PasswordLogin.Request(
                        "ana@acme.example", Secret.of("plum-harbour"), ClientInfo.web("192.0.2.8")));
    }
}

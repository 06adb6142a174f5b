package dev.lockstile.auth.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.ClientInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a host's dashboard sees. */
class MicrometerListenerTest {

    private static final String EMAIL = "ana@acme.example";
    private static final String PASSWORD = "plum-harbour-4417";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void every_event_is_counted_by_its_name_and_outcome() {
        useIt();
        assertThat(count("user_created", "success")).isEqualTo(1);
        assertThat(count("authn_login_success", "success")).isEqualTo(2);
        assertThat(count("authn_login_fail", "refused")).isEqualTo(3);
    }

    @Test
    void an_outage_is_a_third_outcome() {
        MicrometerListener.in(registry).on(new AuthEvent.Unavailable(Instant.EPOCH, Operation.SIGN_IN, null, null));
        assertThat(count("sys_unavailable", "unavailable")).isEqualTo(1);
        assertThat(count("authn_login_fail", "refused")).isZero();
    }

    @Test
    void no_tag_tells_who_it_was() {
        useIt();
        assertThat(registry.getMeters())
                .isNotEmpty()
                .extracting(Meter::getId)
                .allSatisfy(
                        id -> assertThat(id.getTags()).extracting(Tag::getKey).containsExactly("event", "outcome"))
                .allSatisfy(id -> assertThat(id.toString()).doesNotContain(EMAIL, "ana", "nobody"));
    }

    private void useIt() {
        try (AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .audit(MicrometerListener.in(registry)))) {
            kit.member(EMAIL, PASSWORD);
            kit.signIn(EMAIL, PASSWORD);
            kit.signIn(EMAIL, PASSWORD);
            for (String login : new String[] {EMAIL, EMAIL, "nobody@acme.example"}) {
                kit.auth()
                        .login()
                        .signIn(new PasswordLogin.Request(
                                login, Secret.of("wrong-harbour-1"), ClientInfo.web("192.0.2.7")));
            }
        }
    }

    private double count(String event, String outcome) {
        Counter counter = registry.find(MicrometerListener.COUNTER)
                .tag("event", event)
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}

package dev.lockstile.auth.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuthMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InMemoryAuthStore store = new InMemoryAuthStore();

    @Test
    void the_series_are_these_whatever_happens() {
        try (AuthTestKit kit = kit()) {
            kit.member("ana@acme.example", "plum-harbour-4417");
            assertThat(registry.getMeters().stream()
                            .map(meter ->
                                    meter.getId().getName() + meter.getId().getTags())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(
                            "lockstile.auth.hashing.permits[]",
                            "lockstile.auth.hashing.active[]",
                            "lockstile.auth.hashing.waiting[]",
                            "lockstile.auth.hashing.refused[]",
                            "lockstile.auth.messages.waiting[tag(channel=email)]",
                            "lockstile.auth.messages.waiting[tag(channel=sms)]",
                            "lockstile.auth.messages.oldest[tag(channel=email)]",
                            "lockstile.auth.messages.oldest[tag(channel=sms)]");
        }
    }

    @Test
    void hashing_is_told_of_in_permits() {
        try (AuthTestKit kit = kit()) {
            assertThat(gauge("lockstile.auth.hashing.permits"))
                    .isEqualTo(kit.auth().hashing().permits())
                    .isPositive();
            assertThat(gauge("lockstile.auth.hashing.active")).isZero();
            assertThat(gauge("lockstile.auth.hashing.waiting")).isZero();
            FunctionCounter refused =
                    registry.find("lockstile.auth.hashing.refused").functionCounter();
            assertThat(Objects.requireNonNull(refused).count()).isZero();
        }
    }

    @Test
    void a_message_that_waits_is_counted_with_its_age_after_ten_seconds_at_most() {
        try (AuthTestKit kit = kit()) {
            assertThat(messages("waiting", "email")).isZero();
            assertThat(messages("oldest", "email")).isZero();
            kit.auth().testMessages().send(Channel.EMAIL, "ana@acme.example");
            assertThat(messages("waiting", "email")).as("known").isZero();
            kit.clock().advance(Duration.ofSeconds(10));
            assertThat(messages("waiting", "email")).isEqualTo(1);
            assertThat(messages("oldest", "email")).isEqualTo(10);
            kit.clock().advance(Duration.ofSeconds(5));
            assertThat(messages("oldest", "email"))
                    .as("the age grows between questions")
                    .isEqualTo(15);
            assertThat(messages("waiting", "sms")).isZero();
        }
    }

    @Test
    void a_database_that_does_not_answer_makes_not_a_number_and_no_exception() {
        try (AuthTestKit kit = kit()) {
            store.goDown();
            assertThat(messages("waiting", "email")).isNaN();
            assertThat(messages("oldest", "sms")).isNaN();
            store.comeBack();
            assertThat(messages("waiting", "email"))
                    .as("it is not asked again at once")
                    .isNaN();
            kit.clock().advance(Duration.ofSeconds(10));
            assertThat(messages("waiting", "email")).isZero();
            kit.clock().advance(Duration.ofHours(-1));
            store.goDown();
            assertThat(messages("waiting", "email"))
                    .as("a clock that was set back")
                    .isNaN();
            store.comeBack();
        }
    }

    private AuthTestKit kit() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(store).settings(AuthTestKit.settings()));
        AuthMetrics.of(kit.auth(), kit.clock()).bindTo(registry);
        return kit;
    }

    private double messages(String what, String channel) {
        Gauge found = registry.find("lockstile.auth.messages." + what)
                .tag("channel", channel)
                .gauge();
        return Objects.requireNonNull(found).value();
    }

    private double gauge(String name) {
        return Objects.requireNonNull(registry.find(name).gauge()).value();
    }
}

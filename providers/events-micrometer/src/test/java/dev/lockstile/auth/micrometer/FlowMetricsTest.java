package dev.lockstile.auth.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.FlowObserver.End;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowMetricsTest {

    private static final String EMAIL = "ana@acme.example";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Set<String> FLOWS = lower(Operation.values());
    private static final Set<String> OUTCOMES = lower(End.values());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InMemoryAuthStore store = new InMemoryAuthStore();

    @Test
    void each_operation_is_timed_by_its_name_and_outcome() {
        useIt(FlowMetrics.in(registry));
        assertThat(timer("sign_in", "success").count()).isEqualTo(1);
        assertThat(timer("sign_in", "refused").count()).isEqualTo(2);
        assertThat(timer("sign_in", "unavailable").count()).isEqualTo(1);
        assertThat(timer("registration", "success")
                        .totalTime(timer("registration", "success").baseTimeUnit()))
                .isPositive();
    }

    @Test
    void a_limit_that_is_full_is_counted_by_its_name() {
        try (AuthTestKit kit = kit(FlowMetrics.in(registry))) {
            int permits = RateLimit.LOGIN_IDENTITY.usual().limit();
            for (int i = 0; i < permits + 3; i++) {
                signIn(kit, "nobody@acme.example");
            }
        }
        Counter counter = registry.find(FlowMetrics.LIMITED)
                .tag("limit", "login_identity")
                .counter();
        assertThat(counter).isNotNull();
        assertThat(counter.count()).isEqualTo(3);
    }

    @Test
    void all_series_are_made_of_constants() {
        FlowMetrics flows = FlowMetrics.in(registry);
        useIt(flows);
        for (Operation operation : Operation.values()) {
            for (End how : End.values()) {
                flows.begin(operation).end(how);
            }
        }
        assertThat(series(FlowMetrics.FLOW)).hasSize(Operation.values().length * End.values().length);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getName()).isIn(FlowMetrics.FLOW, FlowMetrics.LIMITED))
                .allSatisfy(id -> id.getTags().forEach(FlowMetricsTest::assertConstant));
    }

    private static void assertConstant(Tag tag) {
        switch (tag.getKey()) {
            case "flow" -> assertThat(FLOWS).contains(tag.getValue());
            case "outcome" -> assertThat(OUTCOMES).contains(tag.getValue());
            case "limit" ->
                assertThat(RateLimit.values())
                        .anySatisfy(limit -> assertThat(limit.name().toLowerCase(Locale.ROOT))
                                .startsWith(tag.getValue()));
            default -> throw new AssertionError("an unknown tag " + tag);
        }
    }

    @Test
    void an_observation_is_open_on_the_thread_of_the_flow_and_has_two_keys_of_low_cardinality() {
        List<Observation.Context> ended = new ArrayList<>();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                ended.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        Observation request = Observation.start("http.server.requests", observations);
        try (Observation.Scope scope = request.openScope()) {
            useIt(FlowMetrics.in(registry).withObservations(observations));
            assertThat(observations.getCurrentObservationScope()).isSameAs(scope);
        }
        assertThat(ended)
                .hasSizeGreaterThan(3)
                .allSatisfy(flow -> assertThat(flow.getName()).isEqualTo(FlowMetrics.FLOW))
                .allSatisfy(
                        flow -> assertThat(flow.getHighCardinalityKeyValues()).isEmpty())
                .allSatisfy(flow -> assertThat(flow.getError()).isNull())
                .allSatisfy(flow -> assertThat(flow.getLowCardinalityKeyValues())
                        .extracting(KeyValue::getKey)
                        .containsExactly("flow", "outcome"))
                .allSatisfy(flow -> assertThat(flow.getParentObservation()).isNotNull())
                .anySatisfy(flow -> assertThat(flow.getContextualName()).isEqualTo("sign_in"));
        assertThat(ended.toString()).doesNotContain(EMAIL, "nobody");
        assertThat(registry.find(FlowMetrics.FLOW).timers())
                .as("the handlers of the host make the timer")
                .isEmpty();
    }

    @Test
    void the_handler_of_meters_makes_the_same_timer_of_an_observation() {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(registry));
        useIt(FlowMetrics.in(registry).withObservations(observations));
        assertThat(timer("sign_in", "refused").count()).isEqualTo(2);
        assertThat(series(FlowMetrics.FLOW)).allSatisfy(tags -> assertThat(tags).contains("error=none"));
    }

    @Test
    void an_observation_registry_without_a_handler_leaves_the_timer() {
        FlowMetrics flows = FlowMetrics.in(registry);
        flows.withObservations(ObservationRegistry.create())
                .begin(Operation.SIGN_IN)
                .end(End.SUCCESS);
        flows.withObservations(ObservationRegistry.NOOP)
                .begin(Operation.SIGN_IN)
                .end(End.SUCCESS);
        assertThat(timer("sign_in", "success").count()).isEqualTo(2);
    }

    /** Registers, signs in, fails twice, and meets an outage. */
    private void useIt(FlowMetrics flows) {
        try (AuthTestKit kit = kit(flows)) {
            kit.member(EMAIL, PASSWORD);
            kit.signIn(EMAIL, PASSWORD);
            signIn(kit, EMAIL);
            signIn(kit, "nobody@acme.example");
            store.goDown();
            assertThatThrownBy(() -> signIn(kit, EMAIL)).isInstanceOf(StoreUnavailableException.class);
            store.comeBack();
        }
    }

    private AuthTestKit kit(FlowMetrics flows) {
        return AuthTestKit.of(
                Auth.builder(store).settings(AuthTestKit.settings()).flowObserver(flows));
    }

    private static void signIn(AuthTestKit kit, String login) {
        kit.auth()
                .login()
                .signIn(new PasswordLogin.Request(login, Secret.of("wrong-harbour-1"), ClientInfo.web("192.0.2.7")));
    }

    private Timer timer(String flow, String outcome) {
        return Objects.requireNonNull(registry.find(FlowMetrics.FLOW)
                .tags("flow", flow, "outcome", outcome)
                .timer());
    }

    private Set<String> series(String name) {
        return registry.find(name).timers().stream()
                .map(timer -> timer.getId().getTags().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .collect(Collectors.joining(",")))
                .collect(Collectors.toSet());
    }

    private static Set<String> lower(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}

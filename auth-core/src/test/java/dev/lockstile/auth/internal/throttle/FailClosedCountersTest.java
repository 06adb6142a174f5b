package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A host's own counters: every verb reaches them, and whatever fails in them is "unavailable". */
final class FailClosedCountersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ThrottlePermit PERMIT = ThrottlePermit.of("b", 1, Duration.ofHours(1));
    private static final ProgressiveDelay NONE = ProgressiveDelay.from(1, Duration.ofSeconds(1));

    private final List<String> called = new ArrayList<>();
    private final List<PermitResult> full = List.of(PermitResult.refused(PERMIT, NOW));

    @Test
    void every_verb_reaches_the_counters_and_its_answer_comes_back() {
        FailClosedCounters counters = new FailClosedCounters(counters(null));
        assertThat(counters.admit(List.of(PERMIT), null, NOW)).isEqualTo(PermitResult.granted(true));
        assertThat(counters.recordFailure("b", NONE, List.of(PERMIT), NOW)).isEqualTo(full);
        counters.release("b");
        counters.close(List.of("b"), NOW);
        assertThat(counters.purge(NOW, 10)).isEqualTo(7);
        counters.clear(proxy(AuthTx.class, (self, method, arguments) -> null), List.of("b"), NOW);
        assertThat(called).containsExactly("admit", "recordFailure", "release", "close", "purge", "clear");
    }

    @Test
    void a_failure_of_any_verb_is_unavailable() {
        FailClosedCounters counters = new FailClosedCounters(counters(new IllegalStateException("no route")));
        List<Consumer<FailClosedCounters>> verbs = List.of(
                c -> c.admit(List.of(PERMIT), null, NOW),
                c -> c.recordFailure("b", NONE, List.of(PERMIT), NOW),
                c -> c.release("b"),
                c -> c.close(List.of("b"), NOW),
                c -> c.purge(NOW, 10));
        for (Consumer<FailClosedCounters> verb : verbs) {
            assertThatThrownBy(() -> verb.accept(counters)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    private ThrottleCounters counters(RuntimeException trouble) {
        return proxy(ThrottleCounters.class, (self, method, arguments) -> {
            if (trouble != null) {
                throw trouble;
            }
            called.add(method.getName());
            return switch (method.getName()) {
                case "admit" -> PermitResult.granted(true);
                case "recordFailure" -> full;
                case "purge" -> 7;
                default -> null;
            };
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

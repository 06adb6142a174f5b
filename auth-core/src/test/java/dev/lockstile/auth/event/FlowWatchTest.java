package dev.lockstile.auth.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.event.FlowObserver.End;
import dev.lockstile.auth.internal.event.FlowWatch;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FlowWatchTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void the_first_observer_is_told_of_a_begin_first_and_of_an_end_last() {
        FlowWatch flows = new FlowWatch(List.of(telling("a"), telling("b")));
        assertThat(flows.<String>over(Operation.SIGN_IN, () -> "answer", answer -> End.REFUSED))
                .isEqualTo("answer");
        assertThat(told).containsExactly("a SIGN_IN", "b SIGN_IN", "b REFUSED", "a REFUSED");
    }

    @Test
    void an_exception_goes_on_its_way_and_is_told_as_what_it_means() {
        FlowWatch flows = new FlowWatch(List.of(telling("a")));
        assertThrown(flows, new StoreUnavailableException("gone", new IllegalStateException()));
        assertThrown(flows, new HashingBusyException("busy"));
        assertThrown(flows, new IllegalStateException("a defect"));
        assertThat(told).containsSubsequence("a UNAVAILABLE", "a REFUSED", "a ERROR");
    }

    @Test
    void an_observer_that_throws_fails_no_operation_and_keeps_none_from_being_told() {
        FlowObserver broken = new FlowObserver() {
            @Override
            public Running begin(Operation operation) {
                throw new IllegalStateException("at the begin");
            }

            @Override
            public void limited(String limit) {
                throw new IllegalStateException("at a limit");
            }
        };
        FlowObserver late = operation -> how -> {
            throw new IllegalStateException("at the end");
        };
        FlowWatch flows = new FlowWatch(List.of(broken, telling("a"), late));
        assertThat(flows.<String>over(Operation.REFRESH, () -> "answer", answer -> End.SUCCESS))
                .isEqualTo("answer");
        flows.limited("login_ip");
        assertThat(told).containsExactly("a REFRESH", "a SUCCESS", "a login_ip");
    }

    private void assertThrown(FlowWatch flows, RuntimeException thrown) {
        Supplier<String> flow = () -> {
            throw thrown;
        };
        assertThatThrownBy(() -> flows.over(Operation.SIGN_IN, flow, answer -> End.SUCCESS))
                .isSameAs(thrown);
    }

    private FlowObserver telling(String name) {
        return new FlowObserver() {
            @Override
            public Running begin(Operation operation) {
                told.add(name + " " + operation);
                return how -> told.add(name + " " + how);
            }

            @Override
            public void limited(String limit) {
                told.add(name + " " + limit);
            }
        };
    }
}

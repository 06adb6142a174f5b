package dev.lockstile.auth.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AuthEventsTest {

    private static final AuthEvent DISABLED = event("disabled");

    private final List<AuthEvent> heard = new CopyOnWriteArrayList<>();

    @Test
    void the_audit_hears_before_the_teller_goes_on_even_if_another_one_fails() {
        EventPublisher events = new EventPublisher(
                List.of(
                        event -> {
                            throw new IllegalStateException("the disk is full");
                        },
                        heard::add),
                List.of());

        events.tell(DISABLED);

        assertThat(heard).containsExactly(DISABLED);
    }

    @Test
    void an_event_that_the_audit_cannot_write_raises_an_alarm_and_the_answer_stands() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(2);
        AuthListener listener = event -> {
            heard.add(event);
            told.countDown();
        };
        try (EventPublisher events = new EventPublisher(List.of(AuthEventsTest::fail), List.of(listener))) {
            assertThat(events.watch(() -> "answer", result -> DISABLED, failure -> DISABLED))
                    .isEqualTo("answer");
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(heard)
                .containsExactlyInAnyOrder(DISABLED, new AuthEvent.AuditFailed(DISABLED.at(), DISABLED.name()));
    }

    @Test
    void no_answer_goes_out_unwritten_where_the_audit_is_required() {
        boolean[] full = {true};
        AuthListener disk = event -> {
            if (full[0]) {
                fail(event);
            }
        };
        EventPublisher events = new EventPublisher(List.of(disk), List.of(), () -> false, true);
        assertThatThrownBy(() -> events.watch(() -> "silent", result -> DISABLED, failure -> DISABLED))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> events.watch(
                        () -> {
                            events.tell(DISABLED);
                            return "told";
                        },
                        result -> DISABLED,
                        failure -> DISABLED))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> events.watch(
                        () -> events.watch(() -> "inner", result -> DISABLED, failure -> DISABLED),
                        result -> DISABLED,
                        failure -> DISABLED))
                .isInstanceOf(StoreUnavailableException.class);
        full[0] = false;
        assertThat(events.watch(() -> "answer", result -> DISABLED, failure -> DISABLED))
                .isEqualTo("answer");
    }

    private static void fail(AuthEvent event) {
        throw new IllegalStateException("the disk is full at " + event.name());
    }

    @Test
    void a_listener_that_throws_goes_on_hearing() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        try (EventPublisher events = listening(event -> {
            both.countDown();
            throw new AssertionError("even an error");
        })) {
            events.tell(DISABLED);
            events.tell(DISABLED);
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_listener_that_hangs_holds_up_neither_the_teller_nor_another_listener() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(3_000);
        EventPublisher events =
                new EventPublisher(List.of(heard::add), List.of(event -> await(never), event -> other.countDown()));
        for (int i = 0; i < 3_000; i++) {
            events.tell(DISABLED);
            if (i % 500 == 0) {
                Thread.yield();
            }
        }
        assertThat(heard).hasSize(3_000);
        never.countDown();
        events.close();
        assertThat(other.getCount())
                .as("most of them, however slow this machine")
                .isLessThan(2_500);
    }

    @Test
    void at_the_end_what_waits_is_still_heard() {
        EventPublisher events = listening(heard::add);
        events.tell(DISABLED);
        events.tell(event("deleted"));
        events.close();

        assertThat(heard).hasSize(2);
        events.tell(DISABLED);
        assertThat(heard).hasSize(2);
    }

    @Test
    void a_silent_end_is_told_and_one_that_told_itself_is_not_told_again() {
        EventPublisher events = new EventPublisher(List.of(heard::add), List.of());

        events.watch(() -> 1, result -> event("otherwise " + result), failure -> event("failed"));
        events.watch(
                () -> {
                    events.tell(event("own"));
                    return 2;
                },
                result -> event("otherwise"),
                failure -> event("failed"));
        events.watch(
                () -> events.watch(() -> 3, result -> event("inner"), failure -> event("failed")),
                result -> event("outer"),
                failure -> event("failed"));

        assertThat(heard).extracting(AuthEvent::detail).containsExactly("otherwise 1", "own", "inner");
    }

    @Test
    void an_exception_is_told_and_goes_on_its_way() {
        EventPublisher events = new EventPublisher(List.of(heard::add), List.of());

        assertThatThrownBy(() -> events.watch(
                        () -> {
                            throw new IllegalStateException("x");
                        },
                        result -> event("otherwise"),
                        failure -> event("failed")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(heard).extracting(AuthEvent::detail).containsExactly("failed");
    }

    @Test
    void what_is_noted_for_the_commit_is_not_told_twice_and_its_rollback_is_told() {
        EventPublisher events = new EventPublisher(List.of(heard::add), List.of());
        events.watch(
                () -> {
                    events.noted();
                    return 1;
                },
                result -> event("otherwise"),
                failure -> event("failed"));
        assertThat(heard).isEmpty();

        assertThatThrownBy(() -> events.watch(
                        () -> {
                            events.noted();
                            throw new IllegalStateException("rolled back");
                        },
                        result -> event("otherwise"),
                        failure -> event("failed")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(heard).extracting(AuthEvent::detail).containsExactly("failed");
    }

    private static EventPublisher listening(AuthListener listener) {
        return new EventPublisher(List.of(), List.of(listener));
    }

    private static AuthEvent event(String change) {
        return new AuthEvent.AccountStatusChanged(Instant.EPOCH, new UserId(1L), change);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(40, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.lockstile.auth.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads on which listeners hear. */
@Timeout(60)
class EventQueueTest {

    private static final AuthEvent DISABLED =
            new AuthEvent.AccountStatusChanged(Instant.EPOCH, new UserId(1L), "disabled");

    private final List<AuthEvent> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    @Test
    void the_audit_hears_on_a_thread_of_its_own_while_the_flow_holds_a_connection() {
        EventPublisher events = new EventPublisher(List.of(this::hear), List.of(), () -> true);
        events.tell(DISABLED);
        events.close();
        assertThat(heard).containsExactly(DISABLED);
        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
        assertThat(thread.get().isAlive()).as("after the end").isFalse();
    }

    @Test
    void a_thread_of_a_listener_lets_the_process_end_and_waits_for_the_next_event() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        EventPublisher events = new EventPublisher(List.of(), List.of(event -> {
            hear(event);
            first.countDown();
        }));
        events.tell(DISABLED);
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(thread.get().isDaemon()).isTrue();
        thread.get().join(500); // longer than it waits for an event
        events.tell(DISABLED);
        events.close();
        assertThat(heard).hasSize(2);
    }

    @Test
    void what_waits_when_the_end_begins_is_heard() throws InterruptedException {
        CountDownLatch ending = new CountDownLatch(1);
        EventPublisher events = new EventPublisher(List.of(), List.of(event -> {
            await(ending);
            hear(event);
        }));
        events.tell(DISABLED);
        events.tell(DISABLED);
        Thread closing = new Thread(events::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        ending.countDown();
        closing.join();
        assertThat(heard).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_end_comes_where_nothing_was_heard_and_keeps_an_interrupt() {
        EventPublisher silent = new EventPublisher(List.of(), List.of(this::hear));
        assertThatCode(silent::close).doesNotThrowAnyException();
        EventPublisher events = new EventPublisher(List.of(), List.of(this::hear));
        events.tell(DISABLED);
        Thread.currentThread().interrupt();
        events.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_the_audit_missed_before_an_operation_does_not_refuse_it() {
        AtomicReference<Boolean> full = new AtomicReference<>(true);
        AuthListener disk = event -> {
            if (full.get()) {
                throw new IllegalStateException("the disk is full");
            }
        };
        EventPublisher events = new EventPublisher(List.of(disk), List.of(), () -> false, true);
        events.tell(DISABLED);
        full.set(false);
        assertThat(events.watch(() -> "answer", result -> DISABLED, failure -> DISABLED))
                .isEqualTo("answer");
    }

    private void hear(AuthEvent event) {
        thread.set(Thread.currentThread());
        heard.add(event);
    }
}

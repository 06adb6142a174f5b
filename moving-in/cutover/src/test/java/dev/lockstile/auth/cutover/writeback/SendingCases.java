package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who sends what, and when. */
abstract class SendingCases extends WriteBackCase {

    @Test
    void what_changes_while_a_state_is_on_its_way_goes_out_next() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        old.before = person -> {
            old.before = again -> {};
            auth.admin().enable(user);
        };
        writeBack.sendDue();
        writeBack.sendDue();
        assertThat(old.of(user)).extracting(UserState::isClosed).containsExactly(false, true, false);
        assertThat(writeBack.figures().pending()).isZero();
    }

    @Test
    void many_changes_of_a_person_go_out_as_the_last_state() {
        UserId user = personSentBefore();
        for (int i = 0; i < 3; i++) {
            auth.admin().disable(user);
            auth.admin().enable(user);
        }
        writeBack.sendDue();
        assertThat(old.of(user))
                .hasSize(2)
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isFalse());
    }

    @Test
    void senders_at_once_send_each_person_once() throws Exception {
        for (int i = 0; i < 12; i++) {
            person();
        }
        WriteBack other = node();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = List.of(writeBack::sendDue, other::sendDue);
            int dealtWith = 0;
            for (Future<Integer> one : pool.invokeAll(both, 60, TimeUnit.SECONDS)) {
                dealtWith += one.get();
            }
            assertThat(dealtWith).isEqualTo(12);
        } finally {
            pool.shutdownNow();
        }
        assertThat(old.told).extracting(UserState::user).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void outages_and_failures_before_a_dead_letter_do_not_count_among_the_attempts() {
        UserId user = user(person());
        old.down = true;
        for (int i = 0; i < 3; i++) {
            writeBack.sendDue();
            afterAWhile();
        }
        old.down = false;
        old.before = person -> {
            throw new IllegalStateException("fails");
        };
        for (int failures = 0; failures < 3; failures++) {
            assertThat(writeBack.figures()).as("%d failures", failures).isEqualTo(new WriteBackFigures(1, 0));
            writeBack.sendDue();
            afterAWhile();
        }
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 1));
        assertThat(writeBack.retry(user)).isTrue();
        for (int failures = 0; failures < 3; failures++) {
            assertThat(writeBack.figures()).as("%d failures", failures).isEqualTo(new WriteBackFigures(1, 0));
            writeBack.sendDue();
            afterAWhile();
        }
        auth.admin().disable(user);
        writeBack.sendDue();
        assertThat(writeBack.figures()).as("sent again, failed once").isEqualTo(new WriteBackFigures(1, 0));
    }

    @Test
    void a_disabling_that_comes_while_a_state_is_refused_is_sent_at_once() {
        UserId user = user(person());
        old.refuse = true;
        old.before = person -> {
            old.before = again -> {};
            app.clock.advance(Duration.ofSeconds(1));
            auth.admin().disable(user);
            app.clock.advance(Duration.ofSeconds(1));
        };
        writeBack.sendDue();
        old.refuse = false;
        writeBack.sendDue();
        assertThat(old.of(user)).extracting(UserState::isClosed).containsExactly(false, true);
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 0));
    }

    @Test
    void who_is_told_to_stop_sends_nobody_more() {
        person();
        person();
        assertThat(writeBack.sendDue(() -> !old.told.isEmpty())).isOne();
        assertThat(old.told).hasSize(1);
    }

    @Test
    void a_thread_of_its_own_sends_until_it_is_closed() throws Exception {
        UserId user = user(person());
        CountDownLatch told = new CountDownLatch(1);
        old.before = person -> told.countDown();
        try (WriteBackSender sender = writeBack.start(Duration.ofMillis(20))) {
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(old.of(user)).hasSize(1);
    }
}

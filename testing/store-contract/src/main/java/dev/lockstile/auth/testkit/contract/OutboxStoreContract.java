package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages on their way out: taken by one at a time, tried again, erased when done. */
abstract class OutboxStoreContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant SOON = after(Duration.ofSeconds(1));
    private static final MessageOutcome SENT =
            new MessageOutcome("LOGIN_CODE", "smtp", MessageOutcome.Status.SENT, null);

    /** For those who extend it. */
    protected OutboxStoreContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_message_comes_back_as_added_with_its_try_counted() {
        OutboxMessage added = new OutboxMessage(
                "m".repeat(64), Channel.SMS, "+525512345678", "LOGIN_CODE", "pt-BR", "s".repeat(4000), 0, T0, FINE);
        change(tx -> tx.outbox().add(added));
        assertThat(claim(Channel.SMS, 10, SOON)).containsExactly(tried(added, 1));
    }

    @Test
    @Tag("transactions")
    void a_message_of_a_transaction_that_was_rolled_back_never_leaves() {
        assertThatThrownBy(() -> change(tx -> {
                    tx.outbox().add(message("m1", T0));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(claim(10, SOON)).isEmpty();
    }

    @Test
    @Tag("transactions")
    void a_message_id_is_given_once() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThatThrownBy(() -> change(tx -> tx.outbox().add(message("m1", T0))))
                .isInstanceOf(KeyTakenException.class);
    }

    @Test
    void no_more_than_asked_for_are_taken_and_the_rest_later() {
        for (int i = 0; i < 5; i++) {
            OutboxMessage added = message("m" + i, T0.plusMillis(i));
            change(tx -> tx.outbox().add(added));
        }
        assertThat(claim(3, SOON)).extracting(OutboxMessage::id).containsExactlyInAnyOrder("m0", "m1", "m2");
        assertThat(claim(3, SOON)).extracting(OutboxMessage::id).containsExactlyInAnyOrder("m3", "m4");
        assertThat(claim(3, SOON)).isEmpty();
    }

    @Test
    @Tag("columns")
    void a_message_that_lives_short_is_taken_before_older_ones_and_again_at_its_next_try() {
        for (int i = 0; i < 3; i++) {
            OutboxMessage letter = living("letter" + i, T0.plusMillis(i), Duration.ofDays(1));
            change(tx -> tx.outbox().add(letter));
        }
        change(tx -> tx.outbox().add(living("code", T0.plusMillis(900), Duration.ofMinutes(10))));
        assertThat(claim(1, SOON)).extracting(OutboxMessage::id).containsExactly("code");
        Instant next = SOON.plusSeconds(5);
        change(tx -> tx.outbox().retry("code", next, "busy"));
        assertThat(claim(1, SOON)).extracting(OutboxMessage::id).containsExactly("letter0");
        assertThat(claim(3, next))
                .extracting(OutboxMessage::id)
                .containsExactlyInAnyOrder("code", "letter1", "letter2");
    }

    private static OutboxMessage living(String id, Instant from, Duration life) {
        return new OutboxMessage(
                id, Channel.EMAIL, "ana@acme.example", "LOGIN_CODE", "en", "sealed", 0, from, from.plus(life));
    }

    @Test
    void a_message_is_taken_again_when_the_lease_is_over() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThat(claim(1, SOON)).hasSize(1);
        assertThat(claim(1, SOON.plus(LEASE).minusNanos(1000))).isEmpty();
        assertThat(claim(1, SOON.plus(LEASE))).containsExactly(tried(message("m1", T0), 2));
    }

    @Test
    void a_message_that_is_done_never_comes_again() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        claim(1, SOON);
        change(tx -> tx.outbox().finish("m1", SENT, SOON));
        assertThat(claim(1, SOON.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void the_sealed_part_of_a_message_that_is_done_is_erased() {
        StoreProbe probe = probe();
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThat(probe.sealed("m1")).isEqualTo("sealed-m1");
        claim(1, SOON);
        change(tx -> tx.outbox().finish("m1", SENT, SOON));
        assertThat(probe.sealed("m1")).isEmpty();
    }

    @Test
    void a_message_put_back_comes_again_when_its_time_has_come() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        claim(1, SOON);
        Instant next = SOON.plusSeconds(5);
        change(tx -> tx.outbox().retry("m1", next, "the provider answered 503"));
        assertThat(claim(1, next.minusNanos(1000))).isEmpty();
        assertThat(claim(1, next)).containsExactly(tried(message("m1", T0), 2));
        change(tx -> tx.outbox().retry("m1", next, null));
        assertThat(claim(1, next)).containsExactly(tried(message("m1", T0), 3));
    }

    @Test
    void a_message_past_its_time_is_still_handed_out_so_that_it_can_be_finished() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThat(claim(1, T0.plus(Duration.ofDays(1)))).hasSize(1);
    }

    @Test
    @Tag("transactions")
    void a_claim_that_is_rolled_back_takes_nothing() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThatThrownBy(() -> change(tx -> {
                    tx.outbox().claim(Channel.EMAIL, 1, LEASE, SOON);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(claim(1, SOON)).containsExactly(tried(message("m1", T0), 1));
    }

    @Test
    void an_unknown_message_is_passed_over() {
        change(tx -> tx.outbox().finish("nothing", SENT, SOON));
        change(tx -> tx.outbox().retry("nothing", SOON, "error"));
        assertThat(claim(1, SOON)).isEmpty();
    }

    @Test
    void each_channel_takes_its_own() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThat(claim(Channel.SMS, 10, SOON)).isEmpty();
        assertThat(claim(10, SOON)).hasSize(1);
    }

    @Test
    @Tag("transactions")
    void of_many_who_take_messages_no_two_get_the_same_one() {
        for (int i = 0; i < 60; i++) {
            OutboxMessage added = message("m" + i, T0);
            change(tx -> tx.outbox().add(added));
        }
        List<String> taken = new ArrayList<>();
        ParallelRun.run(16, number -> takeAll()).forEach(taken::addAll);
        taken.addAll(takeAll());
        assertThat(taken).hasSize(60).doesNotHaveDuplicates();
    }

    private List<OutboxMessage> claim(int max, Instant now) {
        return claim(Channel.EMAIL, max, now);
    }

    private List<OutboxMessage> claim(Channel channel, int max, Instant now) {
        return write(tx -> tx.outbox().claim(channel, max, LEASE, now));
    }

    private List<String> takeAll() {
        List<String> mine = new ArrayList<>();
        List<OutboxMessage> batch = claim(4, SOON);
        while (!batch.isEmpty()) {
            batch.forEach(message -> mine.add(message.id()));
            batch = claim(4, SOON);
        }
        return mine;
    }

    private static OutboxMessage tried(OutboxMessage message, int tries) {
        return new OutboxMessage(
                message.id(),
                message.channel(),
                message.recipient(),
                message.template(),
                message.language(),
                message.sealed(),
                tries,
                message.createdAt(),
                message.expiresAt());
    }
}

package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageFigures;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.MessageReport;
import dev.lockstile.auth.model.MessageStatus;
import dev.lockstile.auth.store.EmailLogEntry;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages on their way out: taken by one at a time, tried again, erased when done. And the logs of what became of them. */
public abstract class OutboxStoreContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant SOON = after(Duration.ofSeconds(1));
    private static final MessageOutcome SENT = new MessageOutcome("LOGIN_CODE", "smtp", MessageStatus.SENT, null);

    /** For those who extend it. */
    protected OutboxStoreContract() {}

    @Test
    void a_message_comes_back_as_added_with_its_try_counted() {
        OutboxMessage added = new OutboxMessage(
                "m".repeat(64), Channel.SMS, "+525512345678", "LOGIN_CODE", "pt-BR", "s".repeat(4000), 0, T0, FINE);
        change(tx -> tx.outbox().add(added));
        assertThat(claim(Channel.SMS, 10, SOON)).containsExactly(tried(added, 1));
    }

    @Test
    void a_message_of_a_transaction_that_was_rolled_back_never_leaves() {
        assertThatThrownBy(() -> change(tx -> {
                    tx.outbox().add(message("m1", T0));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(claim(10, SOON)).isEmpty();
    }

    @Test
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
    void a_decoy_is_never_taken_never_reported_and_keeps_nothing() {
        StoreProbe probe = probe();
        change(tx -> tx.outbox().addDecoy(message("m1", T0)));
        assertThat(claim(10, SOON)).isEmpty();
        assertThat(probe.sealed("m1")).isEmpty();
        assertThat(found("m1")).isEmpty();
        assertThat(figures(T0)).isEqualTo(new MessageFigures(0, null, 0, 0, 0));
    }

    @Test
    void how_far_a_message_has_come_can_be_asked() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThat(report("m1"))
                .isEqualTo(new MessageReport("m1", Channel.EMAIL, "LOGIN_CODE", 0, T0, T0, null, null, null, null));
        claim(1, SOON);
        change(tx -> tx.outbox().retry("m1", FINE, "503"));
        assertThat(report("m1"))
                .isEqualTo(new MessageReport("m1", Channel.EMAIL, "LOGIN_CODE", 1, T0, FINE, null, null, null, "503"));
        change(tx -> tx.outbox().finish("m1", SENT, FINE));
        assertThat(report("m1"))
                .isEqualTo(new MessageReport(
                        "m1", Channel.EMAIL, "LOGIN_CODE", 1, T0, null, FINE, MessageStatus.SENT, "smtp", null));
        assertThat(found("nothing")).isEmpty();
    }

    @Test
    void how_a_message_ended_is_written_once() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        MessageOutcome failed = new MessageOutcome("LOGIN_CODE", "other", MessageStatus.FAILED, "late");
        change(tx -> tx.outbox().finish("m1", SENT, SOON));
        change(tx -> tx.outbox().finish("m1", failed, FINE));
        change(tx -> tx.outbox().retry("m1", FINE, "late"));
        assertThat(report("m1").outcome()).isEqualTo(MessageStatus.SENT);
        assertThat(report("m1").finishedAt()).isEqualTo(SOON);
        assertThat(report("m1").lastError()).isNull();
    }

    @Test
    void the_state_of_the_outbox_is_told_in_figures() {
        MessageOutcome failed = new MessageOutcome("LOGIN_CODE", "smtp", MessageStatus.FAILED, "no");
        MessageOutcome expired = new MessageOutcome("LOGIN_CODE", "smtp", MessageStatus.EXPIRED, null);
        for (int i = 0; i < 6; i++) {
            OutboxMessage added = message("m" + i, T0.plusSeconds(i));
            change(tx -> tx.outbox().add(added));
        }
        change(tx -> tx.outbox().finish("m0", SENT, T0));
        change(tx -> tx.outbox().finish("m1", SENT, SOON));
        change(tx -> tx.outbox().finish("m2", failed, SOON));
        change(tx -> tx.outbox().finish("m3", expired, SOON));
        assertThat(figures(SOON)).isEqualTo(new MessageFigures(2, T0.plusSeconds(4), 1, 1, 1));
    }

    @Test
    void of_many_who_take_messages_no_two_get_the_same_one() {
        for (int i = 0; i < 60; i++) {
            OutboxMessage added = message("m" + i, T0);
            change(tx -> tx.outbox().add(added));
        }
        List<String> taken = new ArrayList<>();
        Contest.run(16, number -> takeAll()).forEach(taken::addAll);
        taken.addAll(takeAll());
        assertThat(taken).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void what_became_of_messages_is_written_down() {
        MessageOutcome sent = new MessageOutcome("LOGIN_CODE", "console", MessageStatus.SENT, null);
        MessageOutcome failed =
                new MessageOutcome("RESET_PASSWORD", "p".repeat(255), MessageStatus.FAILED, "e".repeat(1000));
        change(tx -> {
            tx.messageLogs()
                    .sms("+525512345678", "Tu c\u00F3digo es \u2022\u2022\u2022\u2022 \uD83D\uDD10", sent, FINE);
            tx.messageLogs().sms("+525512345678", "x".repeat(2000), failed, FINE);
            tx.messageLogs().email(new EmailLogEntry("ana@example.com", "s".repeat(255), "Hola\n\u2022"), failed, FINE);
        });
    }

    @Test
    void each_log_has_its_own_entries() {
        StoreProbe probe = probe();
        MessageOutcome sent = new MessageOutcome("LOGIN_CODE", "console", MessageStatus.SENT, null);
        change(tx -> tx.messageLogs().sms("+525512345678", "text", sent, FINE));
        assertThat(probe.logEntries(Channel.SMS)).isEqualTo(1);
        assertThat(probe.logEntries(Channel.EMAIL)).isZero();
        change(tx -> tx.messageLogs().email(new EmailLogEntry("a@example.com", "subject", "body"), sent, FINE));
        assertThat(probe.logEntries(Channel.EMAIL)).isEqualTo(1);
    }

    private MessageReport report(String id) {
        return found(id).orElseThrow();
    }

    private Optional<MessageReport> found(String id) {
        return read(tx -> tx.outbox().report(id));
    }

    private MessageFigures figures(Instant since) {
        return read(tx -> tx.outbox().figures(since));
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

package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.testkit.LoggedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What became of messages: reports, figures and the logs. */
abstract class OutboxReportContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant SOON = after(Duration.ofSeconds(1));
    private static final MessageOutcome SENT =
            new MessageOutcome("LOGIN_CODE", "smtp", MessageOutcome.Status.SENT, null);

    /** For those who extend it. */
    protected OutboxReportContract() {}

    @Test
    @Tag("columns")
    void how_far_a_message_has_come_can_be_asked() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        assertThat(report("m1"))
                .isEqualTo(
                        new OutboxStore.Report("m1", Channel.EMAIL, "LOGIN_CODE", 0, T0, T0, null, null, null, null));
        claim(1, SOON);
        change(tx -> tx.outbox().retry("m1", FINE, "503"));
        assertThat(report("m1"))
                .isEqualTo(new OutboxStore.Report(
                        "m1", Channel.EMAIL, "LOGIN_CODE", 1, T0, FINE, null, null, null, "503"));
        change(tx -> tx.outbox().finish("m1", SENT, FINE));
        assertThat(report("m1"))
                .isEqualTo(new OutboxStore.Report(
                        "m1",
                        Channel.EMAIL,
                        "LOGIN_CODE",
                        1,
                        T0,
                        null,
                        FINE,
                        MessageOutcome.Status.SENT,
                        "smtp",
                        null));
        assertThat(found("nothing")).isEmpty();
    }

    @Test
    @Tag("columns")
    void how_a_message_ended_is_written_once() {
        change(tx -> tx.outbox().add(message("m1", T0)));
        MessageOutcome failed = new MessageOutcome("LOGIN_CODE", "other", MessageOutcome.Status.FAILED, "late");
        change(tx -> tx.outbox().finish("m1", SENT, SOON));
        change(tx -> tx.outbox().finish("m1", failed, FINE));
        change(tx -> tx.outbox().retry("m1", FINE, "late"));
        assertThat(report("m1").outcome()).isEqualTo(MessageOutcome.Status.SENT);
        assertThat(report("m1").finishedAt()).isEqualTo(SOON);
        assertThat(report("m1").lastError()).isNull();
    }

    @Test
    @Tag("columns")
    void of_long_words_of_a_provider_the_beginning_is_kept() {
        String words = "word ".repeat(1000);
        change(tx -> tx.outbox().add(message("m1", T0)));
        change(tx -> tx.outbox().retry("m1", SOON, words));
        assertThat(words).startsWith(report("m1").lastError());
        MessageOutcome failed = new MessageOutcome("LOGIN_CODE", words, MessageOutcome.Status.FAILED, words);
        change(tx -> tx.outbox().finish("m1", failed, SOON));
        assertThat(words)
                .startsWith(report("m1").lastError())
                .startsWith(report("m1").provider());
    }

    @Test
    @Tag("columns")
    void the_state_of_the_outbox_is_told_in_figures() {
        MessageOutcome failed = new MessageOutcome("LOGIN_CODE", "smtp", MessageOutcome.Status.FAILED, "no");
        MessageOutcome expired = new MessageOutcome("LOGIN_CODE", "smtp", MessageOutcome.Status.EXPIRED, null);
        for (int i = 0; i < 6; i++) {
            OutboxMessage added = message("m" + i, T0.plusSeconds(i));
            change(tx -> tx.outbox().add(added));
        }
        change(tx -> tx.outbox().finish("m0", SENT, T0));
        change(tx -> tx.outbox().finish("m1", SENT, SOON));
        change(tx -> tx.outbox().finish("m2", failed, SOON));
        change(tx -> tx.outbox().finish("m3", expired, SOON));
        assertThat(figures(SOON)).isEqualTo(new OutboxStore.Counts(2, T0.plusSeconds(4), 1, 1, 1));
    }

    @Test
    @Tag("columns")
    void what_waits_is_counted_by_channel_whether_it_is_due_in_hand_or_comes_again() {
        assertThat(waiting()).isEmpty();
        for (int i = 0; i < 4; i++) {
            OutboxMessage added = message("m" + i, T0.plusSeconds(i));
            change(tx -> tx.outbox().add(added));
        }
        change(tx -> tx.outbox().addDecoy(message("m4", T0)));
        change(tx -> tx.outbox().finish("m0", SENT, SOON));
        change(tx -> tx.outbox().retry("m1", after(Duration.ofHours(1)), null));
        assertThat(claim(1, after(Duration.ofSeconds(2)))).hasSize(1);
        assertThat(waiting()).isEqualTo(Map.of(Channel.EMAIL, new OutboxStore.Waiting(3, T0.plusSeconds(1))));
    }

    @Test
    @Tag("columns")
    void what_became_of_messages_is_written_down() {
        MessageOutcome sent = new MessageOutcome("LOGIN_CODE", "console", MessageOutcome.Status.SENT, null);
        MessageOutcome failed =
                new MessageOutcome("RESET_PASSWORD", "p".repeat(255), MessageOutcome.Status.FAILED, "e".repeat(1000));
        String text = "Tu c\u00F3digo es \u2022\u2022\u2022\u2022 \uD83D\uDD10";
        String longest = "x".repeat(2000);
        StoreProbe probe = probe();
        change(tx -> {
            tx.messageLogs().sms("+525512345678", text, sent, FINE);
            tx.messageLogs().sms("+525512345679", longest, failed, SOON);
            tx.messageLogs().email(new EmailLogEntry("ana@example.com", "s".repeat(255), "Hola\n\u2022"), failed, FINE);
        });
        assertThat(probe.log(Channel.SMS))
                .containsExactlyInAnyOrder(
                        new LoggedMessage(Channel.SMS, "+525512345678", null, text, sent, FINE),
                        new LoggedMessage(Channel.SMS, "+525512345679", null, longest, failed, SOON));
        assertThat(probe.log(Channel.EMAIL))
                .containsExactly(new LoggedMessage(
                        Channel.EMAIL, "ana@example.com", "s".repeat(255), "Hola\n\u2022", failed, FINE));
    }

    @Test
    void each_log_has_its_own_entries() {
        StoreProbe probe = probe();
        MessageOutcome sent = new MessageOutcome("LOGIN_CODE", "console", MessageOutcome.Status.SENT, null);
        change(tx -> tx.messageLogs().sms("+525512345678", "text", sent, FINE));
        assertThat(probe.logEntries(Channel.SMS)).isEqualTo(1);
        assertThat(probe.logEntries(Channel.EMAIL)).isZero();
        change(tx -> tx.messageLogs().email(new EmailLogEntry("a@example.com", "subject", "body"), sent, FINE));
        assertThat(probe.logEntries(Channel.EMAIL)).isEqualTo(1);
    }

    @Test
    @Tag("columns")
    void a_decoy_is_never_taken_never_reported_and_keeps_nothing() {
        StoreProbe probe = probe();
        change(tx -> tx.outbox().addDecoy(message("m1", T0)));
        assertThat(claim(10, SOON)).isEmpty();
        assertThat(probe.sealed("m1")).isEmpty();
        assertThat(found("m1")).isEmpty();
        assertThat(figures(T0)).isEqualTo(new OutboxStore.Counts(0, null, 0, 0, 0));
    }

    private OutboxStore.Report report(String id) {
        return found(id).orElseThrow();
    }

    private Optional<OutboxStore.Report> found(String id) {
        return read(tx -> tx.outbox().report(id));
    }

    private Map<Channel, OutboxStore.Waiting> waiting() {
        return read(tx -> tx.outbox().waiting());
    }

    private OutboxStore.Counts figures(Instant since) {
        return read(tx -> tx.outbox().figures(since));
    }

    private List<OutboxMessage> claim(int max, Instant now) {
        return claim(Channel.EMAIL, max, now);
    }

    private List<OutboxMessage> claim(Channel channel, int max, Instant now) {
        return write(tx -> tx.outbox().claim(channel, max, LEASE, now));
    }
}

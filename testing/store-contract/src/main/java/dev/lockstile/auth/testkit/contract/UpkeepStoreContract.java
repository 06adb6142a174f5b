package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures of codes, and removal in batches: dead rows alone, and each by one caller. */
abstract class UpkeepStoreContract extends StoreContract {

    private static final MessageOutcome SENT =
            new MessageOutcome("LOGIN_CODE", "provider", MessageOutcome.Status.SENT, null);
    private static final Instant VALID_UNTIL = after(Duration.ofMinutes(10));

    /** For those who extend it. */
    protected UpkeepStoreContract() {}

    @Test
    @Tag("columns")
    void codes_are_counted_by_what_became_of_them() {
        send("used", "ana", T0, null);
        assertThat(done(tx -> tx.codes().use("used", T0))).isTrue();
        send("expired", "eva", T0, null);
        Instant day = after(Duration.ofDays(1));
        send("young", "leo", day, null);
        assertThat(figures(T0, day)).isEqualTo(new CodeCounts(3, 1, 1, 1));
        assertThat(figures(day, day)).isEqualTo(new CodeCounts(1, 1, 0, 0));
        Map<Channel, CodeCounts> all = read(tx -> tx.upkeep().codes(T0, day, day));
        assertThat(all).containsOnlyKeys(Channel.EMAIL);
    }

    @Test
    @Tag("columns")
    void codes_are_removed_once_they_ran_out_and_never_more_than_asked() {
        for (int i = 0; i < 5; i++) {
            send("old-" + i, "name-" + i, T0, null);
        }
        send("young", "leo", T0.plusSeconds(1), null);
        assertThat(left(RetentionCategory.CODES, VALID_UNTIL.minusMillis(1))).isZero();
        assertThat(remove(RetentionCategory.CODES, VALID_UNTIL.minusMillis(1), 9))
                .isZero();
        assertThat(left(RetentionCategory.CODES, VALID_UNTIL)).isEqualTo(5);
        assertThat(remove(RetentionCategory.CODES, VALID_UNTIL, 3)).isEqualTo(3);
        assertThat(remove(RetentionCategory.CODES, VALID_UNTIL, 3)).isEqualTo(2);
        assertThat(remove(RetentionCategory.CODES, VALID_UNTIL, 3)).isZero();
        assertThat(done(tx -> tx.codes().use("young", T0.plusSeconds(2)))).isTrue();
    }

    @Test
    @Tag("columns")
    void an_ended_session_stays_for_its_absolute_lifetime() {
        UserId user = write(tx -> tx.users().insert(Samples.user("ana")));
        change(tx -> tx.sessions().insert(user, Samples.session("ended", T0)));
        change(tx -> tx.sessions().insert(user, Samples.session("open", T0.plusSeconds(1))));
        assertThat(done(tx -> tx.sessions().end(new SessionId("ended"), EndReason.LOGOUT, T0)))
                .isTrue();
        Instant over = after(Duration.ofDays(1));
        assertThat(remove(RetentionCategory.SESSIONS, over.minusMillis(1), 9)).isZero();
        assertThat(find(tx -> tx.sessions().byId(new SessionId("ended")))).isPresent();
        assertThat(left(RetentionCategory.SESSIONS, over)).isEqualTo(1);
        assertThat(remove(RetentionCategory.SESSIONS, over, 9)).isEqualTo(1);
        assertThat(find(tx -> tx.sessions().byId(new SessionId("ended")))).isEmpty();
        assertThat(find(tx -> tx.sessions().byId(new SessionId("open")))).isPresent();
    }

    @Test
    @Tag("columns")
    void finished_messages_are_removed_and_waiting_ones_never() {
        change(tx -> tx.outbox().add(Samples.message("waiting", T0)));
        change(tx -> tx.outbox().add(Samples.message("sent", T0)));
        change(tx -> tx.outbox().addDecoy(Samples.message("decoy", T0)));
        change(tx -> tx.outbox().finish("sent", SENT, T0.plusSeconds(5)));
        assertThat(left(RetentionCategory.MESSAGES, T0)).isEqualTo(1);
        assertThat(remove(RetentionCategory.MESSAGES, T0.plusSeconds(5), 1)).isEqualTo(1);
        assertThat(remove(RetentionCategory.MESSAGES, after(Duration.ofDays(99)), 9))
                .isEqualTo(1);
        assertThat(find(tx -> tx.outbox().report("sent"))).isEmpty();
        assertThat(find(tx -> tx.outbox().report("waiting"))).isPresent();
    }

    @Test
    @Tag("columns")
    void counters_that_hold_nothing_are_removed() {
        Duration window = Duration.ofHours(1);
        change(tx -> tx.throttles().take("spent", 1, window, T0));
        change(tx -> tx.throttles().take("in use", 1, window, T0.plusSeconds(1)));
        assertThat(left(RetentionCategory.COUNTERS, T0.plus(window))).isEqualTo(1);
        assertThat(remove(RetentionCategory.COUNTERS, T0.plus(window), 9)).isEqualTo(1);
        assertThat(done(tx -> tx.throttles().take("in use", 1, window, T0.plus(window))))
                .isFalse();
    }

    @Test
    @Tag("columns")
    void logs_are_removed_by_their_age_each_for_itself() {
        change(tx -> tx.messageLogs().sms("+525512345678", "Your code: ***", SENT, T0));
        change(tx -> tx.messageLogs().email(new EmailLogEntry("ana@example.com", "Code", "***"), SENT, T0));
        long texts = probe().logEntries(Channel.SMS);
        long mails = probe().logEntries(Channel.EMAIL);
        assertThat(remove(RetentionCategory.SMS_LOG, T0.minusMillis(1), 9)).isZero();
        assertThat(left(RetentionCategory.SMS_LOG, T0)).isEqualTo(texts);
        assertThat(remove(RetentionCategory.SMS_LOG, T0, 9)).isEqualTo((int) texts);
        assertThat(probe().logEntries(Channel.EMAIL)).isEqualTo((int) mails);
        assertThat(remove(RetentionCategory.EMAIL_LOG, T0, 9)).isEqualTo((int) mails);
        assertThat(remove(RetentionCategory.EVENTS, T0, 9)).isZero();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_registration_goes_once_its_last_message_ran_out() {
        UserId lost = register("lost");
        assertThat(remove(RetentionCategory.REGISTRATIONS, VALID_UNTIL.minusMillis(1), 9))
                .isZero();
        assertThat(left(RetentionCategory.REGISTRATIONS, VALID_UNTIL)).isEqualTo(1);
        send("again", "lost", after(Duration.ofHours(1)), lost);
        assertThat(left(RetentionCategory.REGISTRATIONS, VALID_UNTIL)).isZero();
        assertThat(remove(RetentionCategory.REGISTRATIONS, after(Duration.ofHours(2)), 9))
                .isEqualTo(1);
        assertThat(find(tx -> tx.users().byId(lost))).isEmpty();
        assertThat(remove(RetentionCategory.REGISTRATIONS, after(Duration.ofHours(2)), 9))
                .isZero();
    }

    @Test
    @Tag("columns")
    void who_owns_anything_signed_in_or_never_registered_stays() {
        UserId proven = write(tx -> tx.users().insert(Samples.user("ana")));
        send("proven", "ana", T0, proven);
        UserId seen = register("eva");
        assertThat(done(tx -> tx.users().recordLogin(seen, T0))).isTrue();
        UserId reachable = register("zoe");
        assertThat(done(tx -> tx.users().claim(reachable, Samples.phone("5512345678"), T0)))
                .isTrue();
        write(tx -> tx.users()
                .insert(Samples.user(List.of(IdentifierAssignment.unproven(Samples.email("imported"))), null)));
        assertThat(left(RetentionCategory.REGISTRATIONS, after(Duration.ofDays(9))))
                .isZero();
        assertThat(remove(RetentionCategory.REGISTRATIONS, after(Duration.ofDays(9)), 9))
                .isZero();
        assertThat(find(tx -> tx.users().byId(proven))).isPresent();
        assertThat(find(tx -> tx.users().byId(seen))).isPresent();
        assertThat(find(tx -> tx.users().byId(reachable))).isPresent();
    }

    @Test
    void of_a_proof_and_the_removal_at_the_same_moment_one_wins() {
        Instant now = after(Duration.ofDays(9));
        for (int round = 0; round < 5; round++) {
            String name = "name-" + round;
            UserId user = register(name);
            int winners = ParallelRun.winners(
                    2,
                    number -> number == 0
                            ? remove(RetentionCategory.REGISTRATIONS, now, 9) == 1
                            : done(tx -> tx.users().claim(user, Samples.email(name), now)));
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void many_who_clean_up_at_once_remove_each_row_once() {
        for (int i = 0; i < 30; i++) {
            send("old-" + i, "name-" + i, T0, null);
        }
        int removed = ParallelRun.run(6, number -> remove(RetentionCategory.CODES, VALID_UNTIL, 100)).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(removed).isEqualTo(30);
    }

    private UserId register(String name) {
        UserId user = write(tx ->
                tx.users().insert(Samples.user(List.of(IdentifierAssignment.unproven(Samples.email(name))), null)));
        send("first-" + name, name, T0, user);
        return user;
    }

    private void send(String challenge, String name, Instant at, @Nullable UserId user) {
        change(tx -> tx.codes().replace(Samples.code(challenge, name, at, user)));
    }

    private CodeCounts figures(Instant since, Instant day) {
        Instant now = day.plusSeconds(1);
        return read(tx -> tx.upkeep().codes(since, day, now)).getOrDefault(Channel.EMAIL, CodeCounts.NONE);
    }

    private long left(RetentionCategory what, Instant before) {
        return read(tx -> tx.upkeep().count(what, before));
    }

    private int remove(RetentionCategory what, Instant before, int max) {
        return count(tx -> tx.upkeep().remove(what, before, max, before));
    }
}

package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.MAX_ATTEMPTS;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.code;
import static dev.lockstile.auth.testkit.contract.Samples.liveKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.store.AuthStore.Work;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.ConnectionHeldException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One-time codes when many come at once, which is how they are attacked. */
abstract class CodeRaceContract extends StoreContract {

    private static final Instant SOON = after(Duration.ofMinutes(1));

    /** For those who extend it. */
    protected CodeRaceContract() {}

    @Test
    @Tag("transactions")
    void of_many_attempts_at_once_no_more_than_the_limit_are_let_through() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        int admitted = ParallelRun.winners(50, number -> write(tx -> tx.codes().spendAttempt("c1", SOON)));
        assertThat(admitted).isEqualTo(MAX_ATTEMPTS);
        assertThat(found("c1").orElseThrow().state().attempts()).isEqualTo(MAX_ATTEMPTS);
    }

    @Test
    void of_many_who_use_a_code_one_wins() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThat(ParallelRun.winners(50, number -> write(tx -> tx.codes().use("c1", SOON))))
                .isEqualTo(1);
    }

    @Test
    void no_attempt_is_spent_where_a_host_could_roll_it_back() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThat(store().<Boolean>alone(tx -> tx.codes().spendAttempt("c1", SOON)))
                .isTrue();
        Work<Boolean> host = tx -> store().alone(own -> own.codes().spendAttempt("c1", SOON));
        assertThatThrownBy(() -> store().join(host)).isInstanceOf(ConnectionHeldException.class);
        assertThat(found("c1").orElseThrow().state().attempts()).isEqualTo(1);
    }

    @Test
    @Tag("transactions")
    void of_many_codes_sent_at_once_under_a_new_key_one_is_live() {
        int sent = ParallelRun.ownersOf(16, number -> replace("c" + number));
        assertThat(sent).isPositive();
        assertOneLive(sent, 16);
    }

    @Test
    void of_many_codes_that_replace_one_at_once_one_is_live() {
        change(tx -> tx.codes().replace(code("old", "ana", T0)));
        int sent = ParallelRun.ownersOf(16, number -> replace("c" + number));
        assertThat(sent).isPositive();
        assertOneLive(sent, 16);
        assertThat(found("old").orElseThrow().state().times().endedAt()).isNotNull();
    }

    @Test
    void of_many_codes_sent_at_once_within_the_time_between_two_one_is_added() {
        int sent = ParallelRun.ownersOf(16, number -> change(tx -> tx.codes().replace(patient("c" + number))));
        assertThat(sent).isEqualTo(1);
        assertOneLive(1, 16);
    }

    @Test
    void of_many_codes_that_replace_an_old_one_at_once_one_is_added() {
        change(tx -> tx.codes().replace(code("old", "ana", T0.minusSeconds(60))));
        int sent = ParallelRun.ownersOf(16, number -> change(tx -> tx.codes().replace(patient("c" + number))));
        assertThat(sent).isEqualTo(1);
        assertOneLive(1, 16);
    }

    @Test
    void a_code_is_used_or_replaced_but_never_both() {
        for (int round = 0; round < 10; round++) {
            String old = "old" + round;
            String name = "user" + round;
            String next = "new" + round;
            change(tx -> tx.codes().replace(code(old, name, T0)));
            ParallelRun.ownersOf(
                    2,
                    number -> change(tx -> {
                        if (number == 0) {
                            tx.codes().use(old, SOON);
                        } else {
                            tx.codes().replace(code(next, name, SOON));
                        }
                    }));
            StoredCode after = found(old).orElseThrow();
            boolean used = after.state().times().usedAt() != null;
            boolean ended = after.state().times().endedAt() != null;
            assertThat(used).as("used or ended, in round %s", round).isNotEqualTo(ended);
        }
    }

    private void replace(String challengeId) {
        change(tx -> tx.codes().replace(code(challengeId, "ana", SOON)));
    }

    /** A code that takes the place of none that was sent after one second before the start. */
    private static NewCode patient(String challengeId) {
        NewCode code = code(challengeId, "ana", SOON);
        return new NewCode(code.state(), code.recipient(), code.liveKey(), T0.minusSeconds(1));
    }

    /** Of the codes that were added all but one have ended, and that one is the live one. */
    private void assertOneLive(int sent, int runners) {
        List<StoredCode> added = IntStream.range(0, runners)
                .mapToObj(number -> found("c" + number))
                .flatMap(Optional::stream)
                .toList();
        assertThat(added).hasSize(sent);
        List<StoredCode> open = added.stream()
                .filter(code -> code.state().times().endedAt() == null)
                .toList();
        assertThat(open).hasSize(1);
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).contains(open.get(0));
    }

    private Optional<StoredCode> found(String challengeId) {
        return read(tx -> tx.codes().byChallenge(challengeId));
    }
}

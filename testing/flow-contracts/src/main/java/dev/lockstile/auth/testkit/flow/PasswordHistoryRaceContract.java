package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Passwords that are replaced by two callers at once, where a host keeps the former ones. */
abstract class PasswordHistoryRaceContract extends PasswordHistoryFixture {

    private static final int RUNS = 5;

    /** For those who extend it. */
    protected PasswordHistoryRaceContract() {}

    @Test
    void two_changes_at_once_have_one_winner_whose_replaced_password_is_kept() {
        String present = FlowFixture.PASSWORD;
        for (int run = 0; run < RUNS; run++) {
            fixture.clock.advance(Duration.ofDays(1));
            Caller caller = caller(present);
            String old = present;
            List<String> wanted = List.of("walnut-a-bridge-" + run, "walnut-b-bridge-" + run);
            List<Boolean> won = ParallelRun.run(
                    2,
                    n -> host.passwords()
                            .change(caller, Secret.of(old), Secret.of(wanted.get(n)))
                            .isDone());
            assertThat(won).containsExactlyInAnyOrder(true, false);
            present = wanted.get(won.indexOf(true));
            assertThat(codes(attempt(present, old))).containsExactly("former_password");
            assertThat(kept()).isEqualTo(Math.min(run + 1, 2));
        }
    }

    @Test
    void a_change_and_a_link_at_once_leave_no_replaced_password_out() {
        String present = FlowFixture.PASSWORD;
        for (int run = 0; run < RUNS; run++) {
            fixture.clock.advance(Duration.ofDays(1));
            Caller caller = caller(present);
            LinkProof link = link();
            String old = present;
            List<String> wanted = List.of("walnut-c-bridge-" + run, "walnut-d-bridge-" + run);
            List<Boolean> won = ParallelRun.run(
                    2,
                    n -> n == 0
                            ? host.passwords()
                                    .change(caller, Secret.of(old), Secret.of(wanted.get(0)))
                                    .isDone()
                            : reset(link, wanted.get(1)).isDone());
            present = wanted.get(fixture.login(ANA, wanted.get(1)).isDone() ? 1 : 0);
            String left = present;
            assertThat(Stream.of(old, wanted.get(0), wanted.get(1))
                            .filter(word -> !word.equals(left))
                            .filter(word -> word.equals(old) || won.get(wanted.indexOf(word))))
                    .allSatisfy(word -> assertThat(codes(attempt(left, word))).containsExactly("former_password"));
        }
    }
}

package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions when many come at once: the thief and the owner of a refresh token race for the next one. */
abstract class SessionRaceContract extends StoreContract {

    private static final SessionId S1 = new SessionId("s1");
    private static final SessionState.Token FIRST = new SessionState.Token(0, "digest-0");
    private static final Instant SOON = after(Duration.ofMinutes(1));
    private static final Instant IDLE_END = after(Duration.ofHours(1));

    private UserId ana;

    /** For those who extend it. */
    protected SessionRaceContract() {}

    @BeforeEach
    final void openSession() {
        ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.sessions().insert(ana, session("s1", T0)));
    }

    @Test
    void of_many_rotations_of_the_same_token_one_wins() {
        int winners =
                ParallelRun.winners(50, number -> write(tx -> tx.sessions().rotate(S1, byNumber(number))));
        assertThat(winners).isEqualTo(1);
        assertThat(found().state().token().generation()).isEqualTo(1);
    }

    @Test
    void of_many_who_end_a_session_one_wins() {
        assertThat(ParallelRun.winners(16, number -> write(tx -> tx.sessions().end(S1, EndReason.LOGOUT, SOON))))
                .isEqualTo(1);
    }

    @Test
    void a_session_that_ends_while_it_is_rotated_has_ended() {
        ParallelRun.winners(
                16,
                number -> number == 0
                        ? write(tx -> tx.sessions().endAll(ana, EndReason.PASSWORD_RESET, null, SOON)) == 1
                        : write(tx -> tx.sessions().rotate(S1, byNumber(number))));
        assertThat(found().state().times().endedAt()).isEqualTo(SOON);
        assertThat(list(tx -> tx.sessions().live(ana, SOON))).isEmpty();
    }

    @Test
    void a_session_that_ends_while_a_proof_is_given_has_ended() {
        ParallelRun.winners(
                16,
                number -> number == 0
                        ? write(tx -> tx.sessions().end(S1, EndReason.LOGOUT, SOON))
                        : write(tx -> tx.sessions().prove(S1, SOON)));
        assertThat(found().state().times().endedAt()).isEqualTo(SOON);
        boolean late = write(tx -> tx.sessions().prove(S1, SOON));
        assertThat(late).isFalse();
    }

    private StoredSession found() {
        return read(tx -> tx.sessions().byId(S1)).orElseThrow();
    }

    /** From the first token to one of that runner's own. */
    private static Rotation byNumber(int number) {
        return new Rotation(FIRST, new SessionState.Token(1, "digest-by-" + number), "1", IDLE_END, SOON);
    }
}

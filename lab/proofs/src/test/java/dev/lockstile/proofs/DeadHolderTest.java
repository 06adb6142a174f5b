package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A process that holds a row, and is killed: others are told "unavailable" soon, and go on when the row is free. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadHolderTest {

    /** The limit is 2 s for a lock; on a busy machine the rest of the call takes its time. */
    private static final Duration SOON = Proof.FULL ? Duration.ofSeconds(3) : Duration.ofSeconds(10);

    private ProofDatabase database;
    private ProofFixture fixture;

    @BeforeAll
    void start() {
        database = ProofDatabase.postgres();
        fixture = new ProofFixture(database);
    }

    @AfterAll
    void stop() {
        if (fixture != null) {
            fixture.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void a_row_held_by_a_living_process_is_waited_for_a_moment_only() {
        String email = fixture.member();
        holding(email, "");
        assertThat(login(email)).isEqualTo("StoreUnavailableException");
    }

    @Test
    void a_row_of_a_process_killed_between_two_statements_is_free_at_once() {
        String email = fixture.member();
        holding(email, "").kill();
        String first = login(email);
        assertThat(first).isIn("SignIn", "StoreUnavailableException");
        ProofFixture.expect("SignIn", first.equals("SignIn") ? first : login(email));
    }

    @Test
    void a_row_of_a_process_killed_within_a_statement_is_free_after_the_limit_for_statements() {
        String email = fixture.member();
        NodeProcess holder = holding(email, "select pg_sleep(60)");
        assertThat(login(email)).isEqualTo("StoreUnavailableException");
        holder.kill();
        String answer = login(email);
        for (int i = 0; i < 5 && answer.equals("StoreUnavailableException"); i++) {
            answer = login(email);
        }
        ProofFixture.expect("SignIn", answer);
    }

    private NodeProcess holding(String email, String longStatement) {
        NodeProcess holder = fixture.startNode().ready();
        holder.tell(
                "hold", "update auth_user set modified_at = modified_at where email = '" + email + "'", longStatement);
        holder.expect("holding");
        return holder;
    }

    private String login(String email) {
        long began = System.nanoTime();
        String answer = fixture.answer(Operation.LOGIN, email, ProofFixture.PASSWORD);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Proof.note("DeadHolderTest: " + answer + " after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(SOON);
        return answer;
    }
}

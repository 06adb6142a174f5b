package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node is stopped with a message in its hands and goes on when its lease is over and another node has sent it. */
final class StoppedNodeTest {

    private ProofDatabase database;
    private ProofFixture fixture;
    private NodeProcess stopped;
    private String email;

    @BeforeEach
    void stopWithAMessageInHand() {
        database = ProofDatabase.postgres();
        fixture = new ProofFixture(database);
        stopped = NodeProcess.start(StoppedNode.class, fixture.file()).ready();
        email = fixture.member();
        fixture.execute("delete from auth_email_log");
        ProofFixture.expect("Sent", fixture.answer(Operation.REQUEST_CODE, email));
        stopped.tell("dispatch");
        stopped.expect("in hand");
        stopped.signal("STOP");
    }

    @AfterEach
    void close() {
        stopped.close();
        fixture.close();
        database.close();
    }

    /** A machine that was suspended: no time has passed for its process, and its sending ends well. */
    @Test
    void after_a_suspension_the_message_leaves_twice_with_the_same_code_and_both_are_logged() {
        CrashFlow.deliverLater(fixture);
        sentByTheOther();
        stopped.tell("go");
        stopped.signal("CONT");
        stopped.expect("sent");
        stopped.expect("noted");
        sameCode(2);
        assertThat(log()).isEqualTo("SENT, SENT");
    }

    /** A process that was stopped: the limit for its sending is over, and what it puts back is finished already. */
    @Test
    @Tag("proof")
    void after_the_lease_in_earnest_the_message_leaves_twice_and_is_not_put_back() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (codes().isEmpty() && System.nanoTime() < end) {
            fixture.deliver();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        sentByTheOther();
        stopped.signal("CONT");
        stopped.expect("noted");
        stopped.tell("go");
        stopped.expect("sent");
        sameCode(2);
        assertThat(log()).isEqualTo("SENT");
    }

    private void sentByTheOther() {
        assertThat(codes()).hasSize(1);
        assertThat(outbox()).isEqualTo("SENT, 2 tries");
    }

    private void sameCode(int times) {
        CrashFlow.deliverLater(fixture);
        List<String> codes = codes();
        assertThat(codes).hasSize(times);
        assertThat(codes.stream().distinct()).hasSize(1);
        ProofFixture.expect("SignIn", fixture.answer(Operation.VERIFY_CODE, email, codes.get(0)));
        assertThat(outbox()).as("as the other node left it").isEqualTo("SENT, 2 tries");
        Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
    }

    /** What came after the link of the registration. */
    private List<String> codes() {
        return fixture.postbox.to(email).stream()
                .filter(letter -> letter.hasSecret() && !letter.hasLink())
                .map(MessageInbox.Letter::code)
                .toList();
    }

    private String outbox() {
        return fixture.text(
                "select concat(outcome, ', ', tries, ' tries') from auth_outbox"
                        + " where recipient = ? order by created_at desc",
                email);
    }

    private String log() {
        return fixture.text("select string_agg(status, ', ') from auth_email_log");
    }
}

package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The process that sends is killed at random moments while messages wait; the next one goes on with what it left. */
final class KilledDispatcherTest {

    private static final int KILLS = Proof.FULL ? 50 : 2;
    private static final int WAITING = 12;
    private static final int LATE_CODES = 5;

    /** What a host gets that does not say otherwise; each has one message in hand. */
    private static final int WORKERS = 4;

    private static final Duration AFTER_ALL_CODES = Duration.ofMinutes(30);

    private final Random random = new Random();

    @Test
    void every_message_of_a_committed_flow_arrives_whenever_the_sender_is_killed() {
        try (ProofDatabase database = ProofDatabase.postgres();
                ProofFixture fixture = new ProofFixture(database)) {
            List<String> members = members(fixture);
            List<String> people = new ArrayList<>();
            int sentByNodes = kill(fixture, people);
            members.forEach(email -> ProofFixture.expect("Sent", fixture.answer(Operation.REQUEST_CODE, email)));
            dispatchLater(fixture);
            int doubles = people.stream()
                    .mapToInt(email -> arrived(fixture, email) - 1)
                    .sum();
            assertThat(doubles).as("what was in hand at a kill, and no more").isLessThanOrEqualTo(KILLS * WORKERS);
            assertThat(members)
                    .as("a code is not sent when its time is up")
                    .allSatisfy(email -> assertThat(fixture.postbox.to(email)).hasSize(1));
            assertThat(fixture.number("select count(*) from auth_outbox where finished_at is null"))
                    .isZero();
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
            Proof.note("KilledDispatcherTest: " + KILLS + " kills, " + people.size() + " messages, " + sentByNodes
                    + " sent before a kill, " + doubles + " twice, none lost");
        }
    }

    /** People whose one letter has come already. */
    private static List<String> members(ProofFixture fixture) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < LATE_CODES; i++) {
            members.add(fixture.member());
        }
        return members;
    }

    /** How many messages the killed nodes had sent in all. */
    private int kill(ProofFixture fixture, List<String> people) {
        NodeProcess next = fixture.startNode();
        int sent = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            NodeProcess node = next.ready();
            next = kill < KILLS ? fixture.startNode() : node;
            List<String> waiting = registered(fixture);
            people.addAll(waiting);
            node.tell("dispatch");
            node.expect("dispatching");
            awaitFirst(fixture, waiting, random.nextInt(WAITING));
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000)));
            node.kill();
            sent += arrived(fixture, waiting);
        }
        return sent;
    }

    /** Waits until so many of the messages have arrived, so that the kill comes while the others are under way. */
    private static void awaitFirst(ProofFixture fixture, List<String> waiting, int count) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (arrived(fixture, waiting) < count && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static int arrived(ProofFixture fixture, List<String> emails) {
        return (int) emails.stream()
                .filter(email -> !fixture.postbox.to(email).isEmpty())
                .count();
    }

    /** Registrations that are committed and whose messages wait. */
    private static List<String> registered(ProofFixture fixture) {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            String email = ProofFixture.newEmail();
            ProofFixture.expect(
                    "Accepted",
                    fixture.answer(Operation.REGISTER, email, ProofFixture.username(email), ProofFixture.PASSWORD));
            emails.add(email);
        }
        return emails;
    }

    private static void dispatchLater(ProofFixture fixture) {
        try (Auth later = fixture.later(AFTER_ALL_CODES)) {
            Operation.DISPATCH.answer(later, new Operation.Call(0, List.of()));
        }
    }

    /** How often the one message came; every time it was the same. */
    private static int arrived(ProofFixture fixture, String email) {
        List<MessageInbox.Letter> letters = fixture.postbox.to(email);
        assertThat(letters).as("letters to " + email).isNotEmpty();
        assertThat(letters.stream().map(MessageInbox.Letter::token).distinct())
                .as("the same link each time")
                .hasSize(1);
        return letters.size();
    }
}

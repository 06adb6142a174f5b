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
                House house = new House(database)) {
            List<String> members = members(house);
            List<String> people = new ArrayList<>();
            int sentByNodes = kill(house, people);
            members.forEach(email -> House.expect("Sent", house.answer(Operation.REQUEST_CODE, email)));
            dispatchLater(house);
            int doubles =
                    people.stream().mapToInt(email -> arrived(house, email) - 1).sum();
            assertThat(doubles).as("what was in hand at a kill, and no more").isLessThanOrEqualTo(KILLS * WORKERS);
            assertThat(members)
                    .as("a code is not sent when its time is up")
                    .allSatisfy(email -> assertThat(house.postbox.to(email)).hasSize(1));
            assertThat(house.number("select count(*) from auth_outbox where finished_at is null"))
                    .isZero();
            Invariants.hold(house, List.of(House.PASSWORD));
            Proof.note("KilledDispatcherTest: " + KILLS + " kills, " + people.size() + " messages, " + sentByNodes
                    + " sent before a kill, " + doubles + " twice, none lost");
        }
    }

    /** People whose one letter has come already. */
    private static List<String> members(House house) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < LATE_CODES; i++) {
            members.add(house.member());
        }
        return members;
    }

    /** How many messages the killed nodes had sent in all. */
    private int kill(House house, List<String> people) {
        NodeProcess next = house.startNode();
        int sent = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            NodeProcess node = next.ready();
            next = kill < KILLS ? house.startNode() : node;
            List<String> waiting = registered(house);
            people.addAll(waiting);
            node.tell("dispatch");
            node.expect("dispatching");
            awaitFirst(house, waiting, random.nextInt(WAITING));
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000)));
            node.kill();
            sent += arrived(house, waiting);
        }
        return sent;
    }

    /** Waits until so many of the messages have arrived, so that the kill comes while the others are under way. */
    private static void awaitFirst(House house, List<String> waiting, int count) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (arrived(house, waiting) < count && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static int arrived(House house, List<String> emails) {
        return (int) emails.stream()
                .filter(email -> !house.postbox.to(email).isEmpty())
                .count();
    }

    /** Registrations that are committed and whose messages wait. */
    private static List<String> registered(House house) {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            String email = House.newEmail();
            House.expect("Accepted", house.answer(Operation.REGISTER, email, House.username(email), House.PASSWORD));
            emails.add(email);
        }
        return emails;
    }

    private static void dispatchLater(House house) {
        try (Auth later = house.later(AFTER_ALL_CODES)) {
            Operation.DISPATCH.answer(later, new Operation.Call(0, List.of()));
        }
    }

    /** How often the one message came; every time it was the same. */
    private static int arrived(House house, String email) {
        List<Postbox.Letter> letters = house.postbox.to(email);
        assertThat(letters).as("letters to " + email).isNotEmpty();
        assertThat(letters.stream().map(Postbox.Letter::token).distinct())
                .as("the same link each time")
                .hasSize(1);
        return letters.size();
    }
}

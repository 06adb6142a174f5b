package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a node keeps of an attack, and that it keeps no more than it has room for. */
final class AttackStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final int ROOM = 10_000;

    private final AttackState attack = new AttackState();

    @Test
    void the_newest_network_is_kept_when_there_is_no_room() {
        fill(LATER);
        close("2001:db8:ffff::");
        assertThat(attack.closedUntil("2001:db8:ffff::1", NOW)).contains(LATER);
        assertThat(closed()).as("one made room").isEqualTo(ROOM - 1);
    }

    @Test
    void what_is_over_makes_room_first() {
        fill(LATER);
        attack.close(network("2001:db8:0:1::"), NOW, NOW.minusSeconds(1));
        close("2001:db8:ffff::");
        int before = closed();
        assertThat(before).isBetween(ROOM - 2, ROOM - 1);
        assertThat(attack.closedUntil("2001:db8:0:1::", NOW))
                .as("over at that very moment")
                .isEmpty();
    }

    private void fill(Instant until) {
        for (int i = 0; i < ROOM; i++) {
            attack.close(network(address(i)), until, NOW);
        }
    }

    private void close(String address) {
        attack.close(network(address), LATER, NOW);
    }

    private int closed() {
        int count = 0;
        for (int i = 0; i < ROOM; i++) {
            count += attack.closedUntil(address(i), NOW).isPresent() ? 1 : 0;
        }
        return count;
    }

    private static String address(int i) {
        return "2001:db8:" + Integer.toHexString(i) + ":1::";
    }

    private static String network(String address) {
        return ClientNetwork.wide(address).get(1).network();
    }
}

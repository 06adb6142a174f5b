package dev.lockstile.benchmarks.internal.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void what_the_clients_of_a_server_allocate_is_not_counted() {
        ExecutorService server = Executors.newSingleThreadExecutor(work -> new Thread(work, "test-server-1"));
        ExecutorService client = Executors.newSingleThreadExecutor(work -> new Thread(work, "test-client-1"));
        try {
            Crowd crowd = new Crowd(client, List.of(() -> use(8) && served(server)), 1);
            Race race = Race.run(
                    "allocations",
                    List.of(crowd.contender("all"), crowd.served("server", "test-server")),
                    Effort.of(1, 1));
            assertThat(race.standings().get(0).bytes()).isGreaterThan(9L * MEGABYTE);
            assertThat(race.standings().get(1).bytes()).isBetween((long) MEGABYTE, 2L * MEGABYTE);
        } finally {
            server.shutdown();
            client.shutdown();
        }
    }

    private static boolean served(ExecutorService server) {
        try {
            return server.submit(() -> use(1)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean use(int megabytes) {
        return new byte[megabytes * MEGABYTE].length > 0;
    }
}

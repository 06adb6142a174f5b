package dev.lockstile.benchmarks.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.host.ServerForTests;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Race;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the flows by hand still do the work on today's tables; how the library compares is measured elsewhere. */
class FlowsTest {

    private static final Flows.Extent ONCE = new Flows.Extent(List.of(2), 4, Effort.of(2, 1), 1);

    @Test
    void every_contender_takes_part_on_h2() {
        try (BenchmarkDatabases ground = BenchmarkDatabases.of("H2", Database::h2)) {
            assertComplete(Flows.races(ground, ONCE));
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .as("nothing of Spring's keeps the process alive")
                .noneMatch(thread -> thread.getName().startsWith("spring-one-time-tokens") && thread.isAlive());
    }

    @Test
    void every_contender_takes_part_on_postgresql() throws IOException {
        try (PostgresServer server = ServerForTests.start(false);
                BenchmarkDatabases ground = BenchmarkDatabases.of("PostgreSQL", server::fresh)) {
            assertComplete(Flows.races(ground, ONCE));
            assertThat(ground.traffic(Flow.ME)).contains("1 and 1 by hand");
        }
    }

    private static void assertComplete(List<Race> races) {
        assertThat(races.stream().map(race -> race.standings().size())).containsExactly(3, 2, 2, 2);
        assertThat(races)
                .allSatisfy(race -> assertThat(race.standings())
                        .allSatisfy(one -> assertThat(one.ratio()).isPositive()));
    }
}

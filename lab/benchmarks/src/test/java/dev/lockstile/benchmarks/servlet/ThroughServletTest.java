package dev.lockstile.benchmarks.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.host.ServerForTests;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Race;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That both hosts still answer all flows over HTTP; how they compare is measured elsewhere. */
class ThroughServletTest {

    private static final ThroughServlet.Extent ONCE = new ThroughServlet.Extent(List.of(2), 4, Effort.of(2, 1));

    @Test
    void every_contender_takes_part_on_h2() {
        try (ServletGround ground = ServletGround.of("H2", Database::h2)) {
            assertComplete(ThroughServlet.races(ground, ONCE));
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .as("nothing of the hosts keeps the process alive")
                .noneMatch(thread -> thread.isAlive()
                        && !thread.isDaemon()
                        && thread.getName().matches("(spring|lockstile).*"));
    }

    @Test
    void every_contender_takes_part_on_postgresql() throws IOException {
        try (PostgresServer server = ServerForTests.start(false);
                ServletGround ground = ServletGround.of("PostgreSQL", server::fresh)) {
            assertComplete(ThroughServlet.races(ground, ONCE));
        }
    }

    private static void assertComplete(List<Race> races) {
        assertThat(races.stream().map(race -> race.standings().size())).containsExactly(3, 3, 2, 3);
        assertThat(races)
                .allSatisfy(race -> assertThat(race.standings()).allSatisfy(one -> {
                    assertThat(one.ratio()).isPositive();
                    assertThat(one.bytes()).isPositive();
                }));
    }
}

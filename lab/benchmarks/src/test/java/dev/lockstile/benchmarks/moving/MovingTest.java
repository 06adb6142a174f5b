package dev.lockstile.benchmarks.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.host.ServerForTests;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That all ways move the same people in; how fast they are is measured elsewhere. */
class MovingTest {

    @Test
    void every_way_moves_people_in() throws IOException {
        try (PostgresServer server = ServerForTests.start(true)) {
            Results results = Moving.run(server, new Moving.Extent(300, 1, 20, 600));
            assertThat(results.races().get(0).standings())
                    .extracting("name")
                    .containsExactly("multi-row inserts", "COPY", "Lockstile import", "one by one");
            assertThat(results.notes()).hasSize(2);
            assertThat(results.notes().get(1))
                    .startsWith("600 people in one run: plan ")
                    .contains(", run ", ", verify ", ", rollback ", "of multi-row inserts");
        }
    }
}

package dev.lockstile.benchmarks.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.host.ServerForTests;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That two nodes leave in the tables exactly what they did; how fast they are is measured elsewhere. */
class NodesTest {

    @Test
    void two_nodes_lose_and_double_nothing() throws IOException {
        try (PostgresServer server = ServerForTests.start(false)) {
            Results results = Nodes.run(server, new Nodes.Extent(4, 1, 200));
            assertThat(results.races()).hasSize(Flow.values().length);
            assertThat(results.notes().get(0)).startsWith("Nothing lost or doubled");
        }
    }

    @Test
    void a_session_too_few_is_seen() {
        WrittenCounts runCounts = new WrittenCounts();
        runCounts.add(Flow.LOGIN, 1, 0);
        try (BenchmarkDatabases ground = BenchmarkDatabases.of("H2", Database::h2)) {
            assertThatThrownBy(() -> runCounts.against(ground.library().sql()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("sessions");
        }
    }
}

package dev.lockstile.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.host.ServerForTests;
import dev.lockstile.benchmarks.internal.host.Sql;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the flows still run on tables with a past, by their indexes alone; what they cost is measured elsewhere. */
class GrowthTest {

    @Test
    void the_flows_run_on_a_past_and_never_read_a_whole_table() throws IOException {
        try (PostgresServer server = ServerForTests.start(false);
                Size small = Size.of(server.fresh(), 500, 100);
                Size large = Size.of(server.fresh(), 20_000, 100)) {
            Results results = Growth.measure(List.of(small, large), Effort.of(2, 1), "built");

            assertThat(results.races().stream().map(Race::title))
                    .isEqualTo(Arrays.stream(Flow.values()).map(Flow::title).toList());
            assertThat(results.races())
                    .allSatisfy(race -> assertThat(race.standings()).hasSize(2));
            assertThat(results.notes())
                    .last(STRING)
                    .matches(".* auth_user \\d+ and \\d+, .*auth_session \\d+ and \\d+\\.");

            new Sql(large.deployed().pool())
                    .run(List.of("alter table auth_otp_code drop constraint uq_auth_otp_code_challenge"));
            assertThat(large.scans())
                    .as("the check sees an index that is missing")
                    .isNotEmpty()
                    .allSatisfy(scan -> assertThat(scan.table()).isEqualTo("auth_otp_code"))
                    .allSatisfy(scan -> assertThat(scan.flow()).isEqualTo(Flow.CODE));
        }
    }
}

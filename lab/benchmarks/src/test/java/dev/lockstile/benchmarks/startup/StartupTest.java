package dev.lockstile.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That both hosts still start; how long they take is measured elsewhere. */
class StartupTest {

    @Test
    void a_host_starts_with_the_library_and_without() throws IOException {
        Results results = Startup.run(1);

        assertThat(results.notes()).singleElement().asString().contains("the library adds");
        assertThat(results.races().get(0).standings())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.bytes()).isPositive());
    }
}

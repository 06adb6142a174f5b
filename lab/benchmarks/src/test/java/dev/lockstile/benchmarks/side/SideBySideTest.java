package dev.lockstile.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.benchmarks.internal.race.Contender;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Results;
import dev.lockstile.test.SkipReason;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the comparison still runs and every contender still does the work; what it finds is measured elsewhere. */
class SideBySideTest {

    @Test
    void every_contender_takes_part_and_lands_on_the_page(@TempDir Path folder) throws Exception {
        SkipReason.FONTS.skipUnless(hasFonts(), "apt-get install fontconfig");
        List<Race> races = SideBySide.races(Effort.of(3, 1), Argon2Cost.cheapForTests(), Effort.of(3, 1));
        new Results("Side by side", Machine.here(), races).writeTo(folder, "side-by-side");

        assertThat(races.stream().map(race -> race.standings().size())).containsExactly(5, 3, 5, 5, 4);
        String page = Files.readString(folder.resolve("side-by-side.html"));
        String json = Files.readString(folder.resolve("side-by-side.json"));
        for (Race race : races) {
            assertThat(race.standings()).allSatisfy(one -> {
                assertThat(one.ratio()).isPositive();
                assertThat(one.bytes()).isPositive();
                assertThat(page).contains(one.name());
                assertThat(json).contains(one.name());
            });
        }
        assertThat(page.split("data:image/png", -1)).hasSize(races.size() + 1);
    }

    @Test
    void both_sides_of_the_token_benchmark_accept_their_token() {
        AccessTokenBenchmark benchmark = new AccessTokenBenchmark();
        assertThat(benchmark.library()).isTrue();
        assertThat(benchmark.nimbus()).isTrue();
    }

    /** A headless Java without fontconfig finds no font, and says so with an error. */
    private static boolean hasFonts() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts().length > 0;
        } catch (LinkageError | RuntimeException none) {
            return false;
        }
    }

    @Test
    void who_refuses_the_work_stops_the_comparison() {
        Contender lazy = new Contender("lazy", () -> false);

        assertThatIllegalStateException()
                .isThrownBy(() -> Race.run("none", List.of(lazy), Effort.of(2, 1)))
                .withMessageContaining("lazy");
    }
}

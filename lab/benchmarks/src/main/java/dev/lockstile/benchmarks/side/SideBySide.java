package dev.lockstile.benchmarks.side;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs every race, prints the ratios and writes them as JSON and as a page. Arguments: the folder, {@code --quick}. */
final class SideBySide {

    private SideBySide() {}

    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        List<Race> races =
                races(quick ? Effort.of(40, 20) : Effort.of(400, 50), Argon2Cost.owasp(), Effort.of(quick ? 6 : 60, 1));
        Results results = new Results("Side by side", Machine.here(), races);
        races.forEach(Race::tell);
        results.writeTo(Path.of(arguments[0]), "side-by-side");
    }

    static List<Race> races(Effort tokens, Argon2Cost cost, Effort passwords) {
        return Stream.concat(TokenRaces.run(tokens).stream(), PasswordRaces.run(cost, passwords).stream())
                .toList();
    }
}

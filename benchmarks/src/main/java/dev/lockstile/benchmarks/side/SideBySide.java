package dev.lockstile.benchmarks.side;

import dev.lockstile.auth.password.Argon2Cost;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs every race, prints the ratios and writes them as JSON and as a page. Arguments: the folder, {@code --quick}. */
public final class SideBySide {

    private SideBySide() {}

    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        List<Race> races =
                races(quick ? Effort.of(40, 20) : Effort.of(400, 50), Argon2Cost.owasp(), Effort.of(quick ? 6 : 60, 1));
        print(races, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        new Results(Machine.here(), races).writeTo(Path.of(arguments[0]));
    }

    static List<Race> races(Effort tokens, Argon2Cost cost, Effort passwords) {
        return Stream.concat(TokenRaces.run(tokens).stream(), PasswordRaces.run(cost, passwords).stream())
                .toList();
    }

    static void print(List<Race> races, PrintStream out) {
        for (Race race : races) {
            out.println(race.title());
            for (Standing one : race.standings()) {
                out.println(String.format(
                        Locale.ROOT,
                        "  %-30s %7.3f  (95 %%: %.3f to %.3f) %9d bytes",
                        one.name(),
                        one.ratio(),
                        one.low(),
                        one.high(),
                        one.bytes()));
            }
        }
    }
}

package dev.lockstile.benchmarks.startup;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Race.Timed;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts a host in fresh processes, with the library and without by turns: pool, persistence unit and all entities in
 * both. Arguments: the folder for the results, {@code --quick}.
 */
final class Startup {

    private Startup() {}

    public static void main(String[] arguments) throws IOException {
        Results results = run(List.of(arguments).contains("--quick") ? 4 : 20);
        results.races().forEach(Race::tell);
        results.notes().forEach(System.out::println);
        results.writeTo(Path.of(arguments[0]), "startup");
    }

    static Results run(int turns) throws IOException {
        Round[] bare = new Round[turns];
        Round[] library = new Round[turns];
        AuthKeys keys = AuthKeys.generate();
        String digest = keys.digestKey().reveal();
        String signing = keys.signing().jwkSet().reveal();
        start(); // the class path comes into the system's cache
        for (int turn = 0; turn < turns; turn++) {
            bare[turn] = start();
            library[turn] = start(digest, signing);
        }
        Race race =
                Race.of("Start until ready", List.of(timed("Hibernate alone", bare), timed("with Lockstile", library)));
        double[] added = new double[turns];
        Arrays.setAll(added, turn -> library[turn].nanos() - bare[turn].nanos());
        String inWords = String.format(
                Locale.ROOT,
                "In %d pairs of fresh processes the library adds %.0f ms and %.1f MB of heap (medians).",
                turns,
                median(added) / 1_000_000,
                (heap(library) - heap(bare)) / 1_048_576.0);
        return new Results("Start", Machine.here(), List.of(inWords), List.of(race));
    }

    private static Timed timed(String name, Round[] turns) {
        return new Timed(name, Arrays.stream(turns).mapToDouble(Round::nanos).toArray(), heap(turns));
    }

    private static long heap(Round[] turns) {
        return (long) median(Arrays.stream(turns).mapToDouble(Round::heap).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Round start(String... keys) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-cp", classes, Probe.class.getName()));
        command.addAll(List.of(keys));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            return answers.lines()
                    .filter(line -> line.startsWith("@ "))
                    .map(Round::read)
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new IllegalStateException("a host did not start"));
        } finally {
            process.destroy();
        }
    }

    /** One start: how long it took, and the heap that is used after it. */
    private record Round(long nanos, long heap) {

        static Round read(String line) {
            String[] words = line.split(" ", -1);
            return new Round(Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }
}

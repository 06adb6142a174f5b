import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts an application on Spring Boot without the starter, with it, and with it but without a look at the schema's
 * history, by turns, each time in a process of its own, and says what the starter adds. The tables are there: a first
 * start of each, which is not counted, has made them. Arguments: the folder of the hosts, the number of rounds.
 */
final class Startup {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> MEASURES = List.of(
            "start of the process until ready, ms", "processor time until ready, ms", "heap after two collections, MB");

    private Startup() {}

    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        Contender empty = new Contender("without", work.resolve("empty"), "migrate");
        Contender starter = new Contender("with the starter", work.resolve("boot"), "migrate");
        Contender still = new Contender("with the starter and schema.mode=none", work.resolve("boot"), "none");
        List<Contender> contenders = List.of(empty, starter, still);
        for (Contender contender : contenders) {
            contender.start();
        }
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender next = contenders.get((turn + round) % contenders.size());
                next.starts.add(next.start());
            }
        }
        for (int measure = 0; measure < MEASURES.size(); measure++) {
            System.out.println(MEASURES.get(measure));
            empty.tell(measure, empty);
            starter.tell(measure, empty);
            still.tell(measure, empty);
        }
    }

    /** One way to start, and what its starts have shown, a figure for each measure. */
    private record Contender(String name, Path host, String mode, List<double[]> starts) {

        Contender(String name, Path host, String mode) {
            this(name, host, mode, new ArrayList<>());
        }

        void tell(int measure, Contender yardstick) {
            double[] mine = figures(measure);
            double[] theirs = yardstick.figures(measure);
            double[] ratios = new double[mine.length];
            Arrays.setAll(ratios, round -> mine[round] / theirs[round]);
            System.out.printf(
                    Locale.ROOT,
                    "  %s: median %.1f of %d; ratio %.2f (quartiles %.2f to %.2f)%n",
                    name,
                    quantile(mine, 0.5),
                    mine.length,
                    quantile(ratios, 0.5),
                    quantile(ratios, 0.25),
                    quantile(ratios, 0.75));
        }

        private double[] figures(int measure) {
            return starts.stream().mapToDouble(start -> start[measure]).toArray();
        }

        double[] start() throws IOException {
            String classPath = "target/classes:" + Files.readString(host.resolve("target/class-path"));
            long began = System.nanoTime();
            Process process = new ProcessBuilder(List.of(
                            JAVA,
                            "-Xmx256m",
                            "-cp",
                            classPath,
                            "stranger.Host",
                            "--start-only",
                            "--lockstile.schema.mode=" + mode,
                            "--spring.datasource.url=jdbc:h2:file:" + host.resolve("target/database")))
                    .directory(host.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            double[] figures = new double[MEASURES.size()];
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("@ready ")) {
                        figures[0] = (System.nanoTime() - began) / 1e6;
                        figures[1] = Long.parseLong(line.substring(7)) / 1e6;
                    } else if (line.startsWith("@heap ")) {
                        figures[2] = Long.parseLong(line.substring(6)) / 1048576.0;
                    }
                }
            }
            if (figures[2] == 0) {
                throw new IllegalStateException(host + " did not start");
            }
            return figures;
        }
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        double low = sorted[(int) Math.floor(at)];
        return low + (sorted[(int) Math.ceil(at)] - low) * (at - Math.floor(at));
    }
}

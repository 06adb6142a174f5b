import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Starts an application on Spring Boot without the starter, with it, with it but without a look at the schema's history,
 * and both from an archive of their classes and from an ahead-of-time cache, by turns, each time in a process of its own,
 * and says what the starter adds. The tables are there, from starts that are not counted. Arguments: the folder of the
 * hosts, the number of rounds.
 */
final class Startup {

    private static final String JAVA = program(Path.of(System.getProperty("java.home")));
    private static final List<String> MEASURES = List.of(
            "start of the process until ready, ms", "processor time until ready, ms", "heap after two collections, MB");

    private Startup() {}

    public static void main(String[] arguments) throws IOException {
        List<Contender> contenders = contenders(Path.of(arguments[0]).toAbsolutePath(), newer());
        for (Contender contender : contenders) {
            contender.prepare();
        }
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender next = contenders.get((turn + round) % contenders.size());
                next.starts.add(next.start(next.way.flags()));
            }
        }
        for (int measure = 0; measure < MEASURES.size(); measure++) {
            System.out.println(MEASURES.get(measure));
            Contender yardstick = contenders.get(0);
            for (Contender contender : contenders) {
                yardstick = contender.name.startsWith("without") ? contender : yardstick;
                contender.tell(measure, yardstick);
            }
        }
    }

    /** Each group begins with what the others of it are compared with. */
    private static List<Contender> contenders(Path work, Path newer) {
        Path empty = work.resolve("empty");
        Path boot = work.resolve("boot");
        Way plain = new Way(JAVA, List.of(), List.of());
        Way archive = new Way(
                JAVA,
                List.of("-XX:ArchiveClassesAtExit=target/host.jsa"),
                List.of("-XX:SharedArchiveFile=target/host.jsa"));
        List<Contender> all = new ArrayList<>(List.of(
                new Contender("without", empty, "migrate", plain),
                new Contender("with the starter", boot, "migrate", plain),
                new Contender("with the starter and schema.mode=none", boot, "none", plain),
                new Contender("without, from an archive of classes", empty, "migrate", archive),
                new Contender("with the starter, from an archive of classes", boot, "migrate", archive)));
        if (newer != null) {
            Way cache = new Way(
                    program(newer),
                    List.of("-XX:AOTCacheOutput=target/host.aot"),
                    List.of("-XX:AOTCache=target/host.aot"));
            all.add(new Contender("without, from an ahead-of-time cache", empty, "migrate", cache));
            all.add(new Contender("with the starter, from an ahead-of-time cache", boot, "migrate", cache));
        }
        return all;
    }

    /** A JDK that makes an ahead-of-time cache in one run: LOCKSTILE_NEWER_JDK, or what Linux distributions install. */
    private static Path newer() throws IOException {
        String given = System.getenv("LOCKSTILE_NEWER_JDK");
        if (given != null) {
            return Path.of(given);
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return null;
        }
        try (Stream<Path> jdks = Files.list(installed)) {
            return jdks.filter(Startup::makesCaches).findFirst().orElse(null);
        }
    }

    private static boolean makesCaches(Path jdk) {
        try {
            return Files.readAllLines(jdk.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .anyMatch(line -> Integer.parseInt(line.substring(14).split("[.\"+-]", 2)[0]) >= 25);
        } catch (IOException e) {
            return false; // a folder that is no JDK
        }
    }

    private static String program(Path jdk) {
        return jdk.resolve("bin").resolve("java").toString();
    }

    /** A JVM, with what makes its archive at the first start and what reads it at the others. */
    private record Way(String java, List<String> making, List<String> flags) {}

    /** One way to start, and what its starts have shown, a figure for each measure. */
    private record Contender(String name, Path host, String mode, Way way, List<double[]> starts) {

        Contender(String name, Path host, String mode, Way way) {
            this(name, host, mode, way, new ArrayList<>());
        }

        /** A start that is not counted makes the tables, or the archive. */
        void prepare() throws IOException {
            if (!mode.equals("none")) {
                start(way.making());
            }
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

        double[] start(List<String> flags) throws IOException {
            // from its jar: an archive of classes takes no folder
            String classPath = "target/" + host.getFileName() + "-host-1.jar:"
                    + Files.readString(host.resolve("target/class-path"));
            List<String> command = new ArrayList<>(List.of(way.java(), "-Xmx256m"));
            command.addAll(flags);
            command.addAll(List.of(
                    "-cp",
                    classPath,
                    "stranger.Host",
                    "--start-only",
                    "--lockstile.schema.mode=" + mode,
                    "--spring.datasource.url=jdbc:h2:file:" + host.resolve("target/database")));
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command)
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

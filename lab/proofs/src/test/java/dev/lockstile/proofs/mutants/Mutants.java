package dev.lockstile.proofs.mutants;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts small faults into the code, one at a time, runs the tests that reach them, and compares those that no test sees
 * with the list. Started by {@code lab/proofs/mutants}; ends with 1 when a survivor is not in the list.
 */
final class Mutants {

    private static final Path LIST = Path.of("lab/proofs/mutants.txt");
    private static final Path WORK = Path.of("lab/proofs/target/mutants");
    private static final List<String> TEST_MODULES = List.of(
            "auth-password",
            "auth-core",
            "testing/testkit",
            "testing/store-contract",
            "testing/flow-contracts",
            "auth-jpa",
            "web/http",
            "web/passkeys",
            "web/social",
            "web/pages",
            "moving-in/import",
            "moving-in/cutover",
            "auth-schema",
            "spring-boot/autoconfigure");
    private static final List<String> OTHERS = List.of(
            "auth-sms-spi", "auth-email-spi", "moving-in/schema-tools", "testing/testkit-http", "testing/test-support");

    private static final String PACKAGE = "dev.lockstile.auth.";
    /**
     * What is done to the code; {@code DEFAULTS,NON_VOID_METHOD_CALLS} takes calls away whose result is not used, too.
     */
    private static final String MUTATORS = System.getProperty("lockstile.mutators", "DEFAULTS");
    /** Milliseconds beyond four times a test's own time; a machine that others use needs as many. */
    private static final String TIMEOUT = System.getProperty("lockstile.timeout", "60000");

    private final PrintStream out = System.out;
    /** Patterns of the classes that are looked at alone; empty for all of a group. */
    private final List<String> classes = patterns("lockstile.classes");
    /** Patterns of the tests that run in place of the group's; empty for those of the group. */
    private final List<String> tests = patterns("lockstile.tests");

    private Mutants() {}

    private static List<String> patterns(String property) {
        return Stream.of(System.getProperty(property, "").split(","))
                .filter(pattern -> !pattern.isBlank())
                .map(pattern -> PACKAGE + pattern)
                .toList();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<MutantGroup> groups = args.length == 1 && args[0].equals("all")
                ? List.of(MutantGroup.values())
                : Stream.of(args)
                        .map(name -> MutantGroup.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        System.exit(new Mutants().run(groups) ? 0 : 1);
    }

    private boolean run(List<MutantGroup> groups) throws IOException, InterruptedException {
        KnownMutants known = KnownMutants.read(LIST);
        List<String> figures = new ArrayList<>();
        boolean allListed = true;
        for (MutantGroup group : groups) {
            MutationReport report = mutate(group);
            List<String> unlisted = report.unlisted(known);
            figures.add(report.figures());
            if (classes.isEmpty()) {
                print(group.text() + ": seen by a test now, take them out of " + LIST, report.killed(known));
            }
            print(group.text() + ": seen by no test and not in " + LIST, unlisted);
            allListed &= unlisted.isEmpty();
        }
        figures.forEach(out::println);
        return allListed;
    }

    private void print(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title);
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private MutationReport mutate(MutantGroup group) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(WORK.resolve(group.text())).toAbsolutePath();
        Path paths = Files.write(folder.resolve("classpath.txt"), classPath());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                String.join(File.pathSeparator, tool()),
                "org.pitest.mutationtest.commandline.MutationCoverageReport"));
        command.addAll(List.of("--reportDir", folder.toString(), "--classPathFile", paths.toString()));
        command.addAll(List.of("--sourceDirs", folder(group.module() + "/src/main/java")));
        command.addAll(List.of("--mutableCodePaths", folder(group.module() + "/target/classes")));
        String code = classes.isEmpty() ? group.code() : String.join(",", classes);
        String seeing = tests.isEmpty() ? group.tests() : String.join(",", tests);
        command.addAll(List.of("--targetClasses", code, "--targetTests", seeing, "--mutators", MUTATORS));
        command.addAll(List.of("--excludedTestClasses", PACKAGE + "*ArchitectureTest"));
        command.addAll(List.of("--outputFormats", "XML", "--timestampedReports=false"));
        command.addAll(List.of("--timeoutConst", TIMEOUT, "--timeoutFactor", "4"));
        command.addAll(List.of("--threads", System.getProperty("lockstile.threads", "2")));
        command.addAll(List.of("--jvmArgs", "-Xmx1536m,-XX:TieredStopAtLevel=1,-XX:+UseSerialGC"));
        Process process = new ProcessBuilder(command)
                .directory(new File(group.module()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the run of " + group.text() + " failed; see " + folder.resolve("log.txt"));
        }
        return MutationReport.read(group.text(), folder.resolve("mutations.xml"));
    }

    private static List<String> tool() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Mutants::folder)
                .toList();
    }

    private static String folder(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** The compiled modules as folders, and what they stand on. */
    private static List<String> classPath() throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        for (String module : TEST_MODULES) {
            paths.add(folder(module + "/target/test-classes"));
            paths.add(folder(module + "/target/classes"));
        }
        OTHERS.forEach(module -> paths.add(folder(module + "/target/classes")));
        for (String module : TEST_MODULES) {
            String libraries = Files.readString(Path.of(module, "target/mutants.classpath"));
            Arrays.stream(libraries.strip().split(File.pathSeparator))
                    .filter(path -> path.endsWith(".jar") && !path.contains("lockstile"))
                    .forEach(paths::add);
        }
        paths.addAll(tool());
        return List.copyOf(paths);
    }
}

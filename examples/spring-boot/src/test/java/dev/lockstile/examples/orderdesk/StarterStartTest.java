package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code lab/proofs/strangers/run startup}: one round, with the modules and libraries of this build.
 * It shows that both applications start and that a ratio is told for each measure; what the ratio is, it does not
 * judge.
 */
class StarterStartTest {

    private static final Path ROOT = BuildFolder.root();
    private static final Path STRANGERS = ROOT.resolve("lab/proofs/strangers");

    @TempDir
    Path folder;

    @Test
    void a_start_without_the_starter_and_with_it_are_measured_in_one_run() throws Exception {
        build("empty", entry -> !entry.startsWith(ROOT));
        build("boot", entry -> !entry.startsWith(ROOT.resolve("examples")));

        Path log = folder.resolve("log");
        int done = measure(log);

        assertThat(done).as(Files.readString(log)).isZero();
        assertThat(log)
                .content()
                .containsPattern("start of the process until ready, ms\n {2}without: median [0-9.]+ of 1; ratio 1.00 ")
                .contains("processor time until ready", "heap after two collections");
        assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("with the starter: median")))
                .hasSize(3);
        assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("schema.mode=none: median")))
                .hasSize(3);
        assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("from an archive of classes: median")))
                .hasSize(6);
    }

    private void build(String host, Predicate<Path> wanted) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(host).resolve("target/classes"));
        Path main = STRANGERS.resolve(host).resolve("src/main");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(wanted)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", classPath, source("Walk")));
        arguments.addAll(List.of(
                source("Started"), main.resolve("java/stranger/Host.java").toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (Stream<Path> resources = Files.list(main.resolve("resources"))) {
            for (Path resource : resources.toList()) {
                Files.copy(resource, classes.resolve(resource.getFileName()));
            }
        }
        Files.writeString(classes.resolveSibling("class-path"), classPath);
        pack(classes, classes.resolveSibling(host + "-host-1.jar"));
    }

    /** With entries for folders, which a search for classes goes by. */
    private static void pack(Path classes, Path jar) throws IOException {
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
                packed.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, packed);
                }
            }
        }
    }

    private int measure(Path log) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder run = new ProcessBuilder(
                        java, STRANGERS.resolve("Startup.java").toString(), folder.toString(), "1")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Spring Security lies on this module's class path, and the host names protected paths for a start without it.
        run.environment().put("LOCKSTILE_HTTP_PROTECTEDPATHS", "");
        // Both lie on this module's class path and look for files that these hosts do not have.
        run.environment().put("SPRING_LIQUIBASE_ENABLED", "false");
        run.environment().put("SPRING_FLYWAY_ENABLED", "false");
        run.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = run.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String source(String name) {
        return STRANGERS.resolve(name + ".java").toString();
    }
}

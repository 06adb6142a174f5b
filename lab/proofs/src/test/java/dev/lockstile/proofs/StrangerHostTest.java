package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code lab/proofs/strangers/run}: the plain servlet host, in a folder of its own, is built from the
 * modules of this build as a repository has them, with what it declares and nothing else, and takes the walk of the
 * README in a process of its own. Other libraries come in the versions of this build, which are on the machine.
 */
class StrangerHostTest {

    private static final String VERSIONS =
            "<dependencyManagement><dependencies><dependency><groupId>dev.lockstile</groupId>"
                    + "<artifactId>lockstile</artifactId><version>\\${lockstile}</version><type>pom</type><scope>import</scope>"
                    + "</dependency></dependencies></dependencyManagement>";

    @TempDir
    Path folder;

    @Test
    void a_servlet_host_is_built_from_the_modules_as_published_and_takes_the_walk() throws Exception {
        Path staged = Files.createDirectory(folder.resolve("staged"));
        StagedModules.into(staged);
        Path host = copyOfTheHost();

        List<String> build = maven(host, staged);
        Path log = folder.resolve("log");
        boolean built = run(host, log, offline(build)) == 0 || run(host, log, build) == 0;
        assertThat(built).as(Files.readString(log)).isTrue();

        String classPath = "target/classes" + File.pathSeparator + Files.readString(host.resolve("target/class-path"));
        assertThat(classPath).doesNotContain(BuildFolder.root().toString()).doesNotContain("junit-jupiter");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int walked = run(host, log, List.of(java, "-Xmx256m", "-cp", classPath, "stranger.Host"));
        assertThat(walked).as(Files.readString(log)).isZero();
        assertThat(log).content().contains("registered, confirmed, signed in, refreshed, signed out");
    }

    private Path copyOfTheHost() throws IOException {
        Path strangers = BuildFolder.root().resolve("lab/proofs/strangers");
        Path host = folder.resolve("servlet");
        try (Stream<Path> files = Files.walk(strangers.resolve("servlet"))) {
            for (Path file : files.toList()) {
                Files.copy(file, host.resolve(strangers.resolve("servlet").relativize(file)));
            }
        }
        Files.copy(strangers.resolve("Walk.java"), host.resolve("src/main/java/stranger/Walk.java"));
        Path pom = host.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replaceFirst("<dependencies>", VERSIONS + "$0"));
        return host;
    }

    /** Behind a local repository of its own stand those of this build and the machine, for what others have fetched. */
    private List<String> maven(Path host, Path staged) {
        String usual = System.getProperty("user.home") + "/.m2/repository";
        String fetched = System.getProperty("localRepository", usual) + "," + usual;
        return List.of(
                BuildFolder.root().resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-q",
                "-f",
                host.resolve("pom.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("local"),
                "-Dmaven.repo.local.tail=" + fetched,
                "-Dstaged=" + staged,
                "-Dlockstile=" + StagedModules.VERSION,
                "package");
    }

    private static List<String> offline(List<String> build) {
        List<String> offline = new ArrayList<>(build);
        offline.addAll(List.of("-o", "-Daether.offline.protocols=file"));
        return offline;
    }

    private static int run(Path folder, Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as(String.valueOf(command))
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}

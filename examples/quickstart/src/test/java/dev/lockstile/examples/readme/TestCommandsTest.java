package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands that run chosen tests choose some: each module that they name has one, and each name is one of a test.
 */
class TestCommandsTest {

    private static final Path ROOT = BuildFolder.root();
    private static final Pattern COMMAND =
            Pattern.compile("-pl (\\S+) (?:(?!\\./mvnw)[^`\\n]|\\n(?!```))*?-Dtest=('[^']*'|[^\\s`]+)");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "lab/proofs/README.md"})
    void every_command_selects_tests_that_are_there(String page) throws IOException {
        List<MatchResult> commands =
                COMMAND.matcher(Files.readString(ROOT.resolve(page))).results().toList();
        List<String> wrong = new ArrayList<>();
        for (MatchResult command : commands) {
            wrong.addAll(emptyOnes(command.group(1), command.group(2)));
        }
        assertThat(commands).hasSizeGreaterThan(1);
        assertThat(wrong).isEmpty();
    }

    private static List<String> emptyOnes(String modules, String names) throws IOException {
        List<String> patterns = Stream.of(names.replaceAll("['\\s]", "").split(","))
                .map(name -> name.replace("*", ".*"))
                .toList();
        List<String> all = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String module : modules.split(",")) {
            List<String> tests = tests(ROOT.resolve(module));
            all.addAll(tests);
            if (tests.stream().noneMatch(test -> patterns.stream().anyMatch(test::matches))) {
                wrong.add(module + " has none of " + names);
            }
        }
        patterns.stream()
                .filter(pattern -> all.stream().noneMatch(test -> test.matches(pattern)))
                .forEach(pattern -> wrong.add(modules + " has no " + pattern));
        return wrong;
    }

    private static List<String> tests(Path module) throws IOException {
        Path folder = module.resolve("src/test/java");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replaceFirst("\\.java$", ""))
                    .toList();
        }
    }
}

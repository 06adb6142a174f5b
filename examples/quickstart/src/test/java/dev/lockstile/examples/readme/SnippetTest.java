package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every Java block in the documents is a region of a file that is compiled and tested. */
class SnippetTest {

    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- from: (?<file>[^#\\s]+)#(?<region>[\\w-]+) -->\\n)?```java\\n(?<code>.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> each_java_block_is_a_compiled_region() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            Matcher block = BLOCK.matcher(Files.readString(document));
            while (block.find()) {
                Snippet snippet = new Snippet(block.group("file"), block.group("region"), block.group("code"));
                tests.add(DynamicTest.dynamicTest(document.getFileName() + "#" + snippet.region(), () -> {
                    assertThat(snippet.file())
                            .as("a java block without its source")
                            .isNotNull();
                    assertThat(lines(snippet.code())).isEqualTo(lines(region(snippet)));
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void the_readme_shows_a_host_before_its_fortieth_line() throws IOException {
        List<String> readme = Files.readAllLines(root().resolve("README.md"));
        assertThat(readme).hasSizeLessThanOrEqualTo(150);
        assertThat(readme.indexOf("web.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())),"
                        + " \"/auth/*\");"))
                .isBetween(1, 39);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(root().resolve("README.md"), root().resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(root().resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private static String region(Snippet snippet) throws IOException {
        String source = Files.readString(root().resolve(snippet.file()));
        String start = "// region: " + snippet.region() + "\n";
        int from = source.indexOf(start);
        int to = source.indexOf("// end: " + snippet.region());
        assertThat(from)
                .as("the region " + snippet.region() + " of " + snippet.file())
                .isNotNegative();
        return source.substring(from + start.length(), source.lastIndexOf('\n', to) + 1);
    }

    /** The lines without the indentation they share, and without blank ones. */
    private static List<String> lines(String code) {
        return code.stripTrailing()
                .stripIndent()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private record Snippet(String file, String region, String code) {}
}

package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every Java block in the documents is a region of a file that is compiled and tested, below the imports of the library
 * that it needs and that no block above of the same file has. {@code -Dlockstile.docs=true} writes the blocks anew.
 */
class SnippetTest {

    @TestFactory
    Stream<DynamicTest> each_java_block_is_a_compiled_region() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            String page = Files.readString(document);
            if (Boolean.getBoolean("lockstile.docs")) {
                page = DocumentSnippet.renewed(page, BuildFolder.root(), document);
                Files.writeString(document, page);
            }
            Set<String> imports = new TreeSet<>();
            for (DocumentSnippet snippet : DocumentSnippet.of(page)) {
                String shown = snippet.file() == null ? "" : snippet.shown(BuildFolder.root(), document, imports);
                tests.add(DynamicTest.dynamicTest(document.getFileName() + "#" + snippet.region(), () -> {
                    assertThat(snippet.file())
                            .as("a java block without its source")
                            .isNotNull();
                    assertThat(DocumentSnippet.lines(snippet.code())).isEqualTo(DocumentSnippet.lines(shown));
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void the_readme_shows_a_host_before_its_fortieth_line() throws IOException {
        List<String> readme = Files.readAllLines(BuildFolder.root().resolve("README.md"));
        assertThat(readme).hasSizeLessThanOrEqualTo(150);
        assertThat(readme.indexOf("web.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())),"
                        + " \"/auth/*\");"))
                .isBetween(1, 39);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(
                BuildFolder.root().resolve("README.md"), BuildFolder.root().resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(BuildFolder.root().resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }
}

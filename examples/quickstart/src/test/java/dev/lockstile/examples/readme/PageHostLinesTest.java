package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Hosts with Spring Boot and with plain servlets change logo, colours, a template, a text, a language and the e-mails of
 * the pages in fewer than 25 lines each, as docs/pages.md shows. {@link SnippetTest} holds them to tested code.
 */
class PageHostLinesTest {

    private static final Path PAGE = BuildFolder.root().resolve("docs/pages.md");
    private static final List<String> CHANGES = List.of(
            ".withLogo(", ".withToken(", ".withTemplate(", ".withText(\"en\"", ".withText(\"it\"", "mailStyle(");

    @Test
    void a_servlet_host_needs_fewer_than_25_lines() throws IOException {
        assertThat(lines("changes")).hasSizeBetween(5, 24);
    }

    @Test
    void a_boot_host_needs_fewer_than_25_lines() throws IOException {
        assertThat(lines("boot")).hasSizeBetween(5, 24);
    }

    /** Without imports and blank lines. */
    private static List<String> lines(String region) throws IOException {
        DocumentSnippet shown = DocumentSnippet.of(Files.readString(PAGE)).stream()
                .filter(snippet -> region.equals(snippet.region()))
                .findFirst()
                .orElseThrow();
        CHANGES.forEach(change -> assertThat(shown.code()).contains(change));
        return DocumentSnippet.lines(shown.code()).stream()
                .filter(line -> !line.startsWith("import "))
                .toList();
    }
}

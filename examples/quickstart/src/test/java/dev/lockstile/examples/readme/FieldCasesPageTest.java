package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of cases from the field names tests that exist, and every case that runs by all ways. */
class FieldCasesPageTest {

    private static final Path ROOT = SnippetTest.root();
    private static final Path WAYS = ROOT.resolve("moving-in/cutover/src/test/resources/cases/ways.txt");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        NamedTests named = NamedTests.in(page());
        assertThat(named.missing()).isEmpty();
        assertThat(named.found()).isGreaterThan(50);
    }

    @Test
    void every_case_that_runs_by_all_ways_has_its_row() throws IOException {
        String page = page();
        assertThat(Files.readAllLines(WAYS).stream()
                        .filter(line -> line.startsWith("== "))
                        .map(line -> "| " + line.substring(3) + " | `EveryWayContract`"))
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/field-cases.md"));
    }
}

package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of cases from the field names tests that exist, and every case that runs by all ways. */
class FieldCasesPageTest {

    private static final Path ROOT = BuildFolder.root();
    private static final Path WAYS = ROOT.resolve("moving-in/cutover/src/test/resources/cases");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        NamedTests named = NamedTests.in(page());
        assertThat(named.missing()).isEmpty();
        assertThat(named.found()).isGreaterThan(50);
    }

    @Test
    void every_case_that_runs_by_all_ways_has_its_row() throws IOException {
        String page = page();
        assertThat(lines().stream()
                        .filter(line -> line.startsWith("== "))
                        .map(line -> "| " + line.substring(3) + " | `EveryWayContract`"))
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    @Test
    void no_row_stands_twice_in_a_table() throws IOException {
        for (String section : page().split("\n## ")) {
            assertThat(section.lines().filter(line -> line.startsWith("| "))).doesNotHaveDuplicates();
        }
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(WAYS)) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("lab/proofs/field-cases.md"));
    }
}

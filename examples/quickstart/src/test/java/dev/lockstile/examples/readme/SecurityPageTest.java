package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pages on security name tests that exist, and every requirement has one. */
class SecurityPageTest {

    private static final Path ROOT = BuildFolder.root();

    /** How many requirements each group has; what only ought to be (MG2) is left out. */
    private static final Map<String, Integer> GROUPS =
            Map.of("GA", 9, "OT", 4, "EN", 4, "RC", 3, "TB", 3, "PK", 15, "OI", 16, "LI", 4, "MG", 3);

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        NamedTests named = NamedTests.in(page());
        assertThat(named.missing()).isEmpty();
        assertThat(named.found()).isGreaterThan(100);
    }

    @Test
    void every_requirement_has_its_line_with_a_test() throws IOException {
        Set<String> wanted = new TreeSet<>();
        GROUPS.forEach((group, count) ->
                IntStream.rangeClosed(1, count).mapToObj(n -> group + n).forEach(wanted::add));
        wanted.remove("MG2");
        Set<String> told = new TreeSet<>();
        Pattern row = Pattern.compile("\\| ([A-Z]{2}\\d+) \\|.*#\\w+`.*");
        page().lines().map(row::matcher).filter(Matcher::matches).forEach(line -> told.add(line.group(1)));
        assertThat(told).isEqualTo(wanted);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"))
                + Files.readString(ROOT.resolve("lab/proofs/security-requirements.md"));
    }
}

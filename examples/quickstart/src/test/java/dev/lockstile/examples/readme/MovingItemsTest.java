package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of what the guides of the source systems have their readers do names sections and tests that exist. */
class MovingItemsTest {

    private static final Path PROOFS = BuildFolder.root().resolve("lab/proofs");
    private static final Pattern ROW = Pattern.compile(
            "\\| ([JBOF])(\\d+) \\| [^|]+ \\| ([a-z ]+)(: [^|]+)? \\| \\[[^]]+]\\(([^)#]+)(#[^)]+)?\\) \\| ([^|]*)\\|");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,4} (.+)$");

    @Test
    void the_items_of_each_guide_are_numbered_in_one_row() throws IOException {
        Map<String, Integer> last = new TreeMap<>();
        for (MatchResult row : rows()) {
            assertThat(Integer.parseInt(row.group(2)))
                    .as(row.group())
                    .isEqualTo(last.merge(row.group(1), 1, Integer::sum));
        }
        assertThat(last).isEqualTo(Map.of("J", 28, "B", 32, "O", 34, "F", 12));
    }

    @Test
    void every_section_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult row : rows()) {
            Path page = PROOFS.resolve(row.group(5));
            if (Files.notExists(page)
                    || row.group(6) != null
                            && !anchors(page).contains(row.group(6).substring(1))) {
                missing.add(row.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_test_is_there_and_what_works_has_one() throws IOException {
        assertThat(NamedTests.in(Files.readString(PROOFS.resolve("moving-items.md")))
                        .missing())
                .isEmpty();
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.group(3)).isIn("works", "partly", "not built");
            assertThat(row.group(4) == null).isEqualTo(row.group(3).equals("works"));
            assertThat(row.group(7).isBlank()).isEqualTo(row.group(3).equals("not built"));
        });
    }

    private static List<MatchResult> rows() throws IOException {
        List<MatchResult> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PROOFS.resolve("moving-items.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.toMatchResult());
            } else {
                assertThat(line).doesNotMatch("\\| [A-Z]\\d+ .*");
            }
        }
        return rows;
    }

    /** As GitHub makes them of headings. */
    static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }
}

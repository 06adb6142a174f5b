package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The ids in lab/proofs/password-vectors.md are those of the code, and its figures those of the files of vectors.
 */
class VectorCountsTest {

    private static final String FIGURES = "lab/proofs/password-vectors.md";
    private static final Pattern ID = Pattern.compile("`([a-z0-9_*]+)`");

    @Test
    void the_table_counts_the_vectors_that_are_checked() throws IOException {
        Map<String, Integer> perId = counted();
        Map<String, Integer> perRow = new LinkedHashMap<>();
        Map<String, Integer> written = new LinkedHashMap<>();
        for (String[] row : rows(FIGURES, "## The table")) {
            written.put(row[1], Integer.parseInt(row[2]));
            perRow.put(row[1], take(perId, row[1]));
        }
        assertThat(perId).as("vectors of formats without a row").isEmpty();
        assertThat(written).isEqualTo(perRow);
    }

    @Test
    void the_table_names_every_format_there_is() throws IOException {
        Map<String, Integer> ids = new TreeMap<>();
        Passwords.of(PasswordFixture.cheap()).formats().ids().forEach(id -> ids.put(id, 0));
        ids.remove("argon2id");
        String formats = String.join("\n", section(FIGURES, "## Stored forms")).replace("\n  ", " ");
        formats.lines().filter(line -> line.startsWith("- `")).forEach(line -> take(ids, line.split(": ")[0]));
        assertThat(ids.keySet()).isEmpty();
    }

    @Test
    void the_suites_of_the_primitives_have_as_many_cases_as_written() throws IOException {
        for (String[] row : rows(FIGURES, "## Suites of the primitives")) {
            String file = row[1].replace("`", "");
            assertThat(Integer.parseInt(row[2])).as(file).isEqualTo(cases(Vectors.shared(file)));
        }
    }

    private static int cases(JsonNode suite) {
        int cases = 0;
        for (String list : List.of("tests", "invalid", "edge")) {
            cases += suite.has(list) ? suite.get(list).size() : 0;
        }
        for (JsonNode group : suite.has("testGroups") ? Vectors.list(suite.get("testGroups")) : List.<JsonNode>of()) {
            cases += group.get("tests").size();
        }
        return cases;
    }

    /** How many vectors an import takes for each format. */
    private static Map<String, Integer> counted() {
        Map<String, Integer> counts = new TreeMap<>();
        List<JsonNode> vectors = new ArrayList<>(Vectors.list(Vectors.shared("hash_vectors.public.json")));
        for (String own : List.of("hash_vectors", "more_formats", "yescrypt")) {
            vectors.addAll(Vectors.list(Vectors.own(own + ".generated.json")));
        }
        vectors.addAll(Vectors.list(Vectors.own("import_hashes.generated.json").get("tests")));
        for (JsonNode vector : vectors) {
            PasswordFormats formats = Passwords.of(VectorCases.settings(vector)).formats();
            String format = formats.importable(vector.get("hash").asString(), VectorCases.hints(vector))
                    .format();
            counts.merge(format, 1, Integer::sum);
        }
        return counts;
    }

    /** Takes the formats out that a cell names, {@code *} standing for any ending, and adds their counts up. */
    private static int take(Map<String, Integer> counts, String cell) {
        int sum = 0;
        for (Matcher id = ID.matcher(cell); id.find(); ) {
            Pattern pattern = Pattern.compile(id.group(1).replace("*", "[a-z0-9_]*"));
            for (String known : List.copyOf(counts.keySet())) {
                if (pattern.matcher(known).matches()) {
                    sum += counts.remove(known);
                }
            }
        }
        return sum;
    }

    private static List<String[]> rows(String page, String heading) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : section(page, heading)) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|", -1);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cells[i].strip();
                }
                rows.add(cells);
            }
        }
        assertThat(rows).as(heading).isNotEmpty();
        return rows;
    }

    private static List<String> section(String page, String heading) throws IOException {
        List<String> section = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(root().resolve(page))) {
            inside = line.startsWith("#") ? line.equals(heading) : inside;
            if (inside) {
                section.add(line);
            }
        }
        return section;
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(FIGURES))) {
            at = at.getParent();
        }
        assertThat(at).as(FIGURES).isNotNull();
        return at;
    }
}

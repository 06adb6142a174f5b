package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security names tests that exist, and every requirement has one. */
class SecurityPageTest {

    private static final Path ROOT = SnippetTest.root();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NAMED = Pattern.compile("([A-Z]\\w+(?:Contract|Test|Attacks|Cases))?(?:#(\\w+))?");

    /** How many requirements each group has; what only ought to be (MG2) is left out. */
    private static final Map<String, Integer> GROUPS =
            Map.of("GA", 9, "OT", 4, "EN", 4, "RC", 3, "TB", 3, "PK", 15, "OI", 16, "LI", 4, "MG", 3);

    private final Map<String, Path> sources = sources();

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (String line : page().lines().filter(line -> line.startsWith("| ")).toList()) {
            String type = "";
            for (String name : names(line)) {
                Matcher named = NAMED.matcher(name);
                assertThat(named.matches()).isTrue();
                type = named.group(1) == null ? type : named.group(1);
                found++;
                if (!isThere(type, named.group(2))) {
                    missing.add(type + "#" + named.group(2));
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(100);
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

    private static List<String> names(String line) {
        return CODE.matcher(line)
                .results()
                .map(code -> code.group(1))
                .filter(name -> !name.isEmpty() && NAMED.matcher(name).matches())
                .toList();
    }

    private boolean isThere(String type, String method) throws IOException {
        Path source = sources.get(type);
        return source != null && (method == null || Files.readString(source).contains(" void " + method + "("));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            Map<String, Path> byName = new HashMap<>();
            files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("/target/"))
                    .forEach(file -> byName.put(file.getFileName().toString().replace(".java", ""), file));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

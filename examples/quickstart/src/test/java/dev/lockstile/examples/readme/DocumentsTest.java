package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index names every page, links lead somewhere, and the page on the architecture says what the poms say. */
class DocumentsTest {

    private static final Path ROOT = BuildFolder.root();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern SECTION_LINK = Pattern.compile("]\\(([\\w./-]*\\.md|)#([^)\\s]+)\\)");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("^ {2}<version>(.*)</version>$", Pattern.MULTILINE);
    private static final Pattern STEP = Pattern.compile("^\\d+\\. \\[", Pattern.MULTILINE);

    /** The site reads its navigation from the beginnings of the lines of the index: docs/site/.vitepress/config.mjs. */
    @Test
    void every_page_is_in_the_navigation_of_the_site() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String section : Files.readString(ROOT.resolve("docs/README.md")).split("\n## ")) {
            section.lines()
                    .filter(line -> line.startsWith("- ["))
                    .forEach(row -> matches(LINK, row.split(": ")[0]).forEach(link -> listed.add(link.group(1))));
        }
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void the_first_pages_add_the_version_that_is_staged() throws IOException {
        String built = matches(VERSION, Files.readString(ROOT.resolve("pom.xml")))
                .get(0)
                .group(1);
        Pattern added = Pattern.compile(":(\\d+\\.\\d+\\.\\d+)\"\\)|<version>([^<]+)</");
        for (String page : List.of("README.md", "docs/spring-boot.md")) {
            assertThat(matches(added, Files.readString(ROOT.resolve(page))))
                    .hasSizeGreaterThan(1)
                    .allMatch(found -> built.equals(found.group(1) == null ? found.group(2) : found.group(1)));
        }
    }

    @Test
    void every_pom_the_changelog_and_the_policy_of_fixes_have_the_version_of_the_tree() throws IOException {
        String root = Files.readString(ROOT.resolve("pom.xml"));
        String version = matches(VERSION, root).get(0).group(1);
        for (MatchResult module : matches(MODULE, root)) {
            String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
            assertThat(pom.replaceFirst("(?s).*?<version>([^<]+)<.*", "$1"))
                    .as(module.group(1))
                    .isEqualTo(version);
        }
        String minor = version.replaceFirst("\\.\\d+$", "");
        assertThat(Files.readString(ROOT.resolve("SECURITY.md"))).contains("| " + minor + ".x | yes |");
        assertThat(Files.readString(ROOT.resolve("CHANGELOG.md"))).containsPattern("(?m)^## " + version + "$");
    }

    @Test
    void no_link_is_dead() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link : matches(LINK, Files.readString(page))) {
                String target = link.group(1).replaceFirst("#.*$", "");
                boolean local = !target.isEmpty() && !target.contains(":");
                if (local && Files.notExists(page.getParent().resolve(target))) {
                    dead.add(page.getFileName() + " -> " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void no_link_names_a_section_that_is_not_there() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link : matches(SECTION_LINK, Files.readString(page))) {
                Path target = link.group(1).isEmpty() ? page : page.getParent().resolve(link.group(1));
                if (!MovingItemsTest.anchors(target).contains(link.group(2))) {
                    dead.add(page.getFileName() + " -> " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void the_drawing_of_the_modules_is_what_the_poms_say() throws IOException {
        Set<String> arrows = new TreeSet<>();
        for (MatchResult module : matches(MODULE, Files.readString(ROOT.resolve("pom.xml")))) {
            if (!module.group(1).matches("(examples/.*|lab/.*|testing/test-support|testing/flow-contracts|bom)")) {
                arrows.addAll(arrows(ROOT.resolve(module.group(1))));
            }
        }
        String page = Files.readString(ROOT.resolve("lab/architecture.md"));
        Set<String> drawn = matches(Pattern.compile("^    ([\\w-]+ --> [\\w-]+)$", Pattern.MULTILINE), page).stream()
                .map(arrow -> arrow.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn).isEqualTo(arrows);
    }

    @Test
    void a_login_is_told_in_fewer_than_sixty_files_and_an_imported_row_in_fewer_than_fifty() throws IOException {
        String page = Files.readString(ROOT.resolve("lab/walks.md"));
        String login = section(page, "## A password login");
        String row = section(page, "## An import row");
        assertThat(matches(STEP, login)).hasSizeBetween(40, 59);
        assertThat(matches(STEP, row)).hasSizeBetween(30, 49);
    }

    @Test
    void every_published_module_has_a_name_of_its_own_for_the_module_path() throws IOException {
        List<String> names = new ArrayList<>();
        for (MatchResult module : matches(MODULE, Files.readString(ROOT.resolve("pom.xml")))) {
            if (!module.group(1).matches("(examples/.*|lab/.*|testing/test-support|testing/flow-contracts)")) {
                String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
                if (pom.contains("<packaging>pom</packaging>")) {
                    continue; // it has no jar
                }
                assertThat(pom).as(module.group(1)).contains("<java.module.name>dev.lockstile.auth.");
                names.add(pom.replaceFirst("(?s).*<java.module.name>([^<]+)<.*", "$1"));
            }
        }
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @Test
    void no_package_stands_in_two_published_modules_for_the_module_path_refuses_both() throws IOException {
        Map<String, String> homes = new TreeMap<>();
        List<String> split = new ArrayList<>();
        for (MatchResult module : matches(MODULE, Files.readString(ROOT.resolve("pom.xml")))) {
            Path sources = ROOT.resolve(module.group(1)).resolve("src/main/java");
            for (String name : packages(sources)) {
                String other = homes.put(name, module.group(1));
                if (other != null) {
                    split.add(name + " in " + other + " and " + module.group(1));
                }
            }
        }
        assertThat(split).isEmpty();
        assertThat(homes).hasSizeGreaterThan(100);
    }

    private static Set<String> packages(Path sources) throws IOException {
        if (Files.notExists(sources)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> arrows(Path module) throws IOException {
        String pom = Files.readString(module.resolve("pom.xml"));
        String name = pom.replaceFirst("(?s).*?</parent>\\s*<artifactId>([^<]+)<.*", "$1");
        return matches(DEPENDENCY, pom).stream()
                .map(MatchResult::group)
                .filter(text -> text.contains("<groupId>dev.lockstile</groupId>") && !text.contains("<scope>test"))
                .map(text -> name + " --> " + text.replaceFirst("(?s).*?<artifactId>([^<]+)<.*", "$1"))
                .collect(Collectors.toSet());
    }

    private static String section(String page, String heading) {
        int from = page.indexOf(heading);
        assertThat(from).isNotNegative();
        int to = page.indexOf("\n## ", from + 1);
        return to < 0 ? page.substring(from) : page.substring(from, to);
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                .map(ROOT::resolve)
                .toList());
        for (String folder : List.of("docs", "lab", "lab/proofs", "examples/quickstart", "web/pages")) {
            try (Stream<Path> docs = Files.list(ROOT.resolve(folder))) {
                docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }
}

package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is no Java on the page about Spring Boot; Java blocks are compared with the others. */
class TutorialTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_properties_and_the_changelog_are_those_of_the_order_desk() throws IOException {
        List<String> shown = YAML.matcher(Files.readString(BuildFolder.root().resolve("docs/spring-boot.md")))
                .results()
                .map(result -> result.group(1))
                .toList();
        Path resources = BuildFolder.root().resolve("examples/spring-boot/src/main/resources");
        assertThat(shown)
                .containsExactly(
                        content(resources.resolve("application.yml")),
                        content(resources.resolve("db/changelog/db.changelog-master.yaml")));
    }

    @Test
    void the_dependencies_are_those_that_the_bom_has() throws IOException {
        String page = Files.readString(BuildFolder.root().resolve("docs/spring-boot.md"));
        String bom = Files.readString(BuildFolder.root().resolve("bom/pom.xml"));
        List<String> named = Pattern.compile("<artifactId>(lockstile[a-z-]+)<|dev\\.lockstile:([a-z-]+)")
                .matcher(page)
                .results()
                .map(TutorialTest::name)
                .filter(name -> !name.equals("lockstile-bom"))
                .toList();
        assertThat(named).hasSize(3).allSatisfy(name -> assertThat(bom).contains("<artifactId>" + name + "<"));
    }

    @Test
    void the_page_adds_every_module_that_the_order_desk_has() throws IOException {
        String page = Files.readString(BuildFolder.root().resolve("docs/spring-boot.md"));
        List<String> modules = Pattern.compile(
                        "<dependency><groupId>dev\\.lockstile</groupId><artifactId>([a-z-]+)</artifactId></dependency>")
                .matcher(Files.readString(BuildFolder.root().resolve("examples/spring-boot/pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
        assertThat(modules)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        module -> assertThat(page).contains("<artifactId>" + module + "<", "dev.lockstile:" + module));
    }

    @Test
    void the_order_desk_has_at_most_eight_files() throws IOException {
        try (Stream<Path> files = Files.walk(BuildFolder.root().resolve("examples/spring-boot/src/main"))
                .filter(Files::isRegularFile)) {
            assertThat(files.toList()).hasSizeLessThanOrEqualTo(8);
        }
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^# (region|end): .*\n", "");
    }
}

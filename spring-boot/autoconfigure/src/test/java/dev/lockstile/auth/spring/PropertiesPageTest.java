package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.internal.settings.OwnProperties;
import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metadata that an IDE reads, and the page that is made from it. */
class PropertiesPageTest {

    private static final String PAGE = "docs/spring-boot-properties.md";

    private static final String REMEDIES =
            "spring-boot/autoconfigure/src/main/java/dev/lockstile/auth/spring/internal/failure/Remedies.java";

    @TempDir
    static Path output;

    private static JsonNode metadata;

    @BeforeAll
    static void process() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        List<Path> sources;
        try (Stream<Path> found =
                Files.list(module().resolve("src/main/java/dev/lockstile/auth/spring/internal/settings"))) {
            sources = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        StringWriter messages = new StringWriter();
        boolean done = compiler.getTask(
                        messages,
                        files,
                        null,
                        List.of(
                                "-proc:only",
                                "-parameters",
                                "-processor",
                                "org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                output.toString()),
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
        assertThat(done).as(messages.toString()).isTrue();
        metadata = JsonMapper.builder()
                .build()
                .readTree(Files.readString(output.resolve("META-INF/spring-configuration-metadata.json")));
    }

    @Test
    void every_property_has_a_type_and_a_description_that_ends_as_a_sentence() {
        List<JsonNode> properties = properties();
        assertThat(properties).hasSizeGreaterThan(60);
        assertThat(properties).allSatisfy(property -> {
            String name = property.get("name").asString();
            assertThat(name).startsWith("lockstile.").matches("[a-z.-]+");
            assertThat(property.has("type")).as(name).isTrue();
            assertThat(property.has("description")).as(name).isTrue();
            assertThat(property.get("description").asString()).as(name).endsWith(".");
        });
    }

    @Test
    void every_property_is_known_when_names_are_checked_at_the_start() {
        Set<String> groups = new TreeSet<>();
        OwnProperties.TYPES.forEach(type ->
                groups.add(type.getAnnotation(ConfigurationProperties.class).value()));
        assertThat(properties())
                .allSatisfy(property -> assertThat(groups)
                        .anyMatch(group -> property.get("name").asString().startsWith(group + ".")));
        Set<String> described = new TreeSet<>();
        metadata.get("groups").forEach(group -> described.add(group.get("name").asString()));
        assertThat(described).containsAll(groups);
        assertThat(described)
                .allMatch(group -> groups.contains(group)
                        || groups.contains(group.substring(0, Math.max(0, group.lastIndexOf('.')))));
    }

    @Test
    void no_property_is_a_setting_of_the_build() {
        assertThat(properties())
                .extracting(property -> property.get("name").asString())
                .doesNotContainAnyElementsOf(Set.of(
                        "lockstile.proof",
                        "lockstile.kills",
                        "lockstile.edits",
                        "lockstile.heavy",
                        "lockstile.guides",
                        "lockstile.rows",
                        "lockstile.wait"));
    }

    @Test
    void every_hint_is_for_a_property_and_every_value_in_it_is_described() throws IOException {
        JsonNode hints = JsonMapper.builder()
                .build()
                .readTree(Files.readString(
                        module().resolve("src/main/resources/META-INF/additional-spring-configuration-metadata.json")))
                .get("hints");
        List<String> known = properties().stream()
                .map(property -> property.get("name").asString())
                .toList();
        assertThat(hints).isNotEmpty().allSatisfy(hint -> {
            assertThat(known).contains(hint.get("name").asString());
            assertThat(hint.has("values") || hint.has("providers")).isTrue();
            if (hint.has("values")) {
                assertThat(hint.get("values"))
                        .allSatisfy(value ->
                                assertThat(value.get("description").asString()).endsWith("."));
            }
        });
    }

    @Test
    void every_property_that_the_sources_and_the_tutorial_name_is_in_the_metadata() throws IOException {
        Set<String> known = new TreeSet<>();
        properties().forEach(property -> known.add(property.get("name").asString()));
        Set<String> named = new TreeSet<>();
        Pattern name = Pattern.compile("(?<![\\w/.{])lockstile((?:\\.[a-z]+(?:-[a-z]+)*)+)(?![\\w.(-])");
        for (String file : List.of(
                "docs/spring-boot.md", "docs/spring-boot-security.md", "docs/spring-boot-production.md", REMEDIES)) {
            name.matcher(Files.readString(module().getParent().getParent().resolve(file)))
                    .results()
                    .forEach(found -> named.add(found.group()));
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named)
                .allSatisfy(one -> assertThat(known).anyMatch(each -> each.equals(one) || each.startsWith(one + ".")));
    }

    /** By its name, or by its last word where the test names the group or the class of its properties. */
    @Test
    void each_property_is_set_in_a_test() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(module().resolve("src/test/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("PropertiesPageTest.java"))
                    .toList()) {
                tests.add(Files.readString(file));
            }
        }
        assertThat(properties())
                .extracting(property -> property.get("name").asString())
                .allSatisfy(name -> assertThat(tests).anyMatch(test -> sets(test, name)));
    }

    private static boolean sets(String test, String name) {
        int last = name.lastIndexOf('.');
        String group = name.substring(0, last);
        String type = OwnProperties.TYPES.stream()
                .filter(each -> each.getAnnotation(ConfigurationProperties.class)
                        .value()
                        .equals(group))
                .map(Class::getSimpleName)
                .findAny()
                .orElse(group);
        String quoted = '"' + name.substring(last + 1) + '"';
        return Pattern.compile("(lockstile\\.|\")" + Pattern.quote(name.substring("lockstile.".length())) + "[\"=.]")
                        .matcher(test)
                        .find()
                || test.contains(quoted) && (test.contains(type) || test.contains('"' + group + '.'));
    }

    @Test
    void the_page_of_the_properties_says_what_the_metadata_says() throws IOException {
        String page = page();
        Path file = module().getParent().getParent().resolve(PAGE);
        if (Boolean.getBoolean("lockstile.docs")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file)).isEqualTo(page);
    }

    private static String page() {
        TreeMap<String, StringBuilder> groups = new TreeMap<>();
        for (JsonNode property : properties()) {
            String name = property.get("name").asString();
            String group = name.substring(0, name.lastIndexOf('.'));
            groups.computeIfAbsent(group, key -> new StringBuilder())
                    .append("- `")
                    .append(name)
                    .append(property.has("defaultValue") ? "=" + value(property.get("defaultValue")) : "")
                    .append("`: ")
                    .append(property.get("description").asString())
                    .append("\n");
        }
        StringBuilder page =
                new StringBuilder("# Properties in Spring Boot\n\nEach property with its default, as an IDE shows"
                        + " them. How they work together: [spring-boot.md](spring-boot.md).\n");
        groups.forEach((group, rows) ->
                page.append("\n## ").append(group).append("\n\n").append(rows));
        return page.toString();
    }

    private static String value(JsonNode value) {
        if (!value.isArray()) {
            return value.asString();
        }
        List<String> all = new ArrayList<>();
        value.forEach(one -> all.add(one.asString()));
        return String.join(",", all);
    }

    private static List<JsonNode> properties() {
        List<JsonNode> all = new ArrayList<>();
        metadata.get("properties").forEach(all::add);
        return all;
    }

    private static Path module() {
        return BuildFolder.root().resolve("spring-boot/autoconfigure");
    }
}

package dev.lockstile.auth.spring.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class RemediesTest {

    private static final Pattern ID = Pattern.compile("\"([a-z]+(?:-[a-z]+)+): ");
    private static final List<String> MODULES =
            List.of("auth-core", "auth-jpa", "web/http", "web/passkeys", "web/social", "spring-boot/autoconfigure");

    @Test
    void every_problem_that_the_modules_of_the_starter_report_has_a_property_or_a_bean_to_set() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files =
                    Files.walk(BuildFolder.root().resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file);
                    if (text.contains("problems")
                            || text.contains("AuthSetupException")
                            || text.contains("\"tables-missing")) {
                        Matcher id = ID.matcher(text);
                        id.results().forEach(result -> ids.add(result.group(1)));
                    }
                }
            }
        }
        assertThat(ids).hasSizeGreaterThan(20);
        assertThat(ids)
                .allSatisfy(id -> assertThat(Remedies.of(id + ": x")).as(id).isPresent());
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_remedy() {
        FailureAnalysis analysis = new SetupFailureAnalyzer()
                .analyze(new IllegalStateException(
                        new AuthSetupException(List.of("base-url-missing: no address", "keys-missing: no key"))));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("base-url-missing", "keys-missing");
        assertThat(analysis.getAction()).contains("lockstile.base-url", "lockstile.keys.folder");
    }

    @Test
    void an_older_spring_boot_is_refused_by_name() {
        assertThatThrownBy(() -> SpringBootVersionCheck.check("3.5.16"))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("Spring Boot 3.5.16")
                .hasMessageContaining("4.0 or newer");
        SpringBootVersionCheck.check("4.1.2");
    }
}

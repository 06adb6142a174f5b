package dev.lockstile.auth.spring.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Spring Boot finds what it is to call at a start. */
final class RegistrationTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void each_class_that_spring_boot_calls_is_named_to_it() throws IOException {
        assertThat(named(FailureAnalyzer.class)).isEqualTo(written("FailureAnalyzer.java"));
        assertThat(named(DatabaseInitializerDetector.class)).isEqualTo(written("Detector.java"));
        assertThat(named(ApplicationContextInitializer.class)).containsExactly(SpringBootVersionCheck.class.getName());
    }

    @Test
    void each_configuration_is_named_to_it() throws IOException {
        List<String> named = new ArrayList<>();
        for (String file : List.of(
                "org.springframework.boot.autoconfigure.AutoConfiguration.imports",
                "org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration.imports")) {
            named.addAll(Files.readAllLines(
                    Path.of("src/main/resources/META-INF/spring").resolve(file)));
        }
        List<String> written = new ArrayList<>(written("AutoConfiguration.java"));
        written.addAll(written("ManagementCallerConfiguration.java"));
        assertThat(named).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(written);
    }

    private static List<String> named(Class<?> type) {
        return SpringFactoriesLoader.forDefaultResourceLocation().load(type, (factory, name, failure) -> {}).stream()
                .map(Object::getClass)
                .map(Class::getName)
                .filter(name -> name.startsWith("dev.lockstile."))
                .sorted()
                .toList();
    }

    private static List<String> written(String end) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(file -> file.endsWith(end))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}

package dev.lockstile.auth.spring.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.host.HostModelException;
import java.util.List;
import java.util.Objects;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Entities and tables that do not fit, told in the words of an application on Spring Boot. */
class HostModelFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"JPA-01", "JPA-03", "JPA-04", "JPA-07"})
    void advice_names_annotations_and_beans_and_neither_a_builder_nor_a_file_of_jpa(String id) {
        FailureAnalysis analysis = analyze(new HostModelException(List.of(
                new HostModelException.Problem(id, "what is wrong", "JpaAuthStore.builder(emf) or persistence.xml"))));
        assertThat(analysis.getDescription()).contains(id + ": what is wrong");
        assertThat(analysis.getAction())
                .contains(id + ": ")
                .doesNotContain("JpaAuthStore.builder", "persistence.xml", "to the builder");
    }

    @Test
    void a_missing_column_is_told_with_who_makes_it() {
        FailureAnalysis analysis =
                analyze(new SchemaManagementException("Schema validation: missing column [company] in table [member]"));
        assertThat(analysis.getDescription()).contains("missing column [company] in table [member]");
        assertThat(analysis.getAction()).contains("lockstile.schema.mode=migrate", "Flyway", "ddl-auto=update");
    }

    private static FailureAnalysis analyze(RuntimeException failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, e) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getName().startsWith("dev.lockstile"))
                .map(analyzer -> analyzer.analyze(new IllegalStateException(failure)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}

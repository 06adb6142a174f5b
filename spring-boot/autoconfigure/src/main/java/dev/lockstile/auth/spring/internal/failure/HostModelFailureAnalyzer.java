package dev.lockstile.auth.spring.internal.failure;

import dev.lockstile.auth.jpa.host.HostModelException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the entities, and the line that mends it. */
final class HostModelFailureAnalyzer extends AbstractFailureAnalyzer<HostModelException> {

    /** Where the words of JPA are not those of Spring Boot; the other problems name the line to write. */
    private static final Map<String, String> FIXES = Map.of(
            "JPA-01",
            "Use one database per persistence unit with the JpaTransactionManager that Spring Boot makes; the store does not"
                    + " run on JTA.",
            "JPA-03",
            "Keep one of the entities: let the others extend it, let them extend no superclass of Lockstile, or name the"
                    + " packages of the one with @EntityScan. An application with a JpaAuthStore bean of its own that chooses"
                    + " one names the tables by a bean of type AuthSchema.",
            "JPA-04",
            "Write @Entity on the class, and have it in the package of the application class or below, or where @EntityScan"
                    + " says.",
            "JPA-07",
            "Remove abstract from the entity, or write @MappedSuperclass in place of its @Entity and add one entity that"
                    + " extends it.");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HostModelException cause) {
        String description = cause.problems().stream()
                .map(problem -> problem.id() + ": " + problem.what())
                .collect(Collectors.joining("\n - ", "The entities do not fit Lockstile:\n\n - ", ""));
        String action = cause.problems().stream()
                .map(problem -> problem.id() + ": " + FIXES.getOrDefault(problem.id(), problem.fix()))
                .collect(Collectors.joining(
                        "\n - ",
                        " - ",
                        "\n\nEntities are found in the package of the application class and below, or where"
                                + " @EntityScan says."));
        return new FailureAnalysis(description, action, cause);
    }
}

package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.schema.AuthTable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the entities of an application, told before JPA starts; the ids are those of
 * {@link HostModelException}.
 */
final class EntityProblems {

    private final Map<AuthTable, List<Class<?>>> found;

    /** @param found the entities that extend each superclass and no other entity */
    EntityProblems(Map<AuthTable, List<Class<?>>> found) {
        this.found = found;
    }

    /**
     * Refuses entities that are missing, that are two for one table, or that cannot have rows.
     *
     * @param unannotated finds classes of the application that extend a superclass and are no entities
     * @throws HostModelException naming each problem
     */
    void require(Function<Class<?>, List<String>> unannotated) {
        List<HostModelException.Problem> problems = new ArrayList<>();
        for (Class<?> part : EntityParts.NEEDED) {
            if (of(part).isEmpty()) {
                problems.add(missing(part, unannotated.apply(part)));
            }
        }
        problems.addAll(ambiguous());
        found.values().stream()
                .flatMap(List::stream)
                .filter(type -> Modifier.isAbstract(type.getModifiers()))
                .map(type -> new HostModelException.Problem(
                        "JPA-07",
                        type.getName() + " is abstract, so that no row can be added",
                        "remove abstract, or write @MappedSuperclass in place of @Entity and one entity below it"))
                .forEach(problems::add);
        challenge(problems);
        if (!problems.isEmpty()) {
            throw new HostModelException(problems);
        }
    }

    /** The tables of the entities. */
    Set<AuthTable> tables() {
        return Set.copyOf(found.keySet());
    }

    /** Whether the name of a table would depend on the order of two entities. */
    boolean isAmbiguous() {
        return !ambiguous().isEmpty();
    }

    private static HostModelException.Problem missing(Class<?> part, List<String> unannotated) {
        String nothing = "no entity extends " + part.getSimpleName();
        return unannotated.isEmpty()
                ? new HostModelException.Problem("JPA-02", nothing, EntityParts.example(part))
                : new HostModelException.Problem(
                        "JPA-02",
                        nothing + "; " + String.join(", ", unannotated) + " does, and has no @Entity",
                        EntityParts.annotations(part) + " on " + unannotated.get(0));
    }

    private List<HostModelException.Problem> ambiguous() {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> {
                    List<String> names = entry.getValue().stream()
                            .map(Class::getName)
                            .sorted()
                            .toList();
                    String part = EntityParts.superclass(entry.getKey()).getSimpleName();
                    return new HostModelException.Problem(
                            "JPA-03",
                            "more than one entity extends " + part + ": " + String.join(", ", names),
                            "one entity that extends " + part);
                })
                .toList();
    }

    private void challenge(List<HostModelException.Problem> problems) {
        String factor = found.containsKey(AuthTable.TOTP)
                ? "AbstractTotp"
                : found.containsKey(AuthTable.PASSKEY) ? "AbstractPasskey" : null;
        if (factor != null && !found.containsKey(AuthTable.CHALLENGE)) {
            problems.add(new HostModelException.Problem(
                    "JPA-10",
                    "an entity extends " + factor + " and none extends AbstractAuthChallenge",
                    EntityParts.example(AbstractAuthChallenge.class)));
        }
    }

    private List<Class<?>> of(Class<?> part) {
        @Nullable AuthTable table = EntityParts.table(part);
        return table == null ? List.of() : found.getOrDefault(table, List.of());
    }
}

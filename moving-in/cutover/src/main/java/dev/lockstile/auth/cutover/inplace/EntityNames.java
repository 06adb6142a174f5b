package dev.lockstile.auth.cutover.inplace;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names of the host's entities, by what they extend.
 *
 * @param entities of the host's persistence unit
 */
record EntityNames(List<EntityType<?>> entities) {

    static EntityNames of(EntityManagerFactory entities) {
        return new EntityNames(List.copyOf(entities.getMetamodel().getEntities()));
    }

    /** @throws IllegalArgumentException when the host has no such entity */
    String required(Class<?> part) {
        return all(part)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entity extends " + part.getSimpleName()));
    }

    Stream<String> all(Class<?> part) {
        return entities.stream()
                .filter(entity -> part.isAssignableFrom(entity.getJavaType()))
                .map(EntityType::getName);
    }
}

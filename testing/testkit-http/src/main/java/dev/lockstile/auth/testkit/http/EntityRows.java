package dev.lockstile.auth.testkit.http;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All columns of a host's entities: their names, their types and what they hold. */
final class EntityRows {

    private final EntityManagerFactory factory;

    EntityRows(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** The types of all attributes, by their names in the entities. */
    Map<String, Class<?>> attributes() {
        Map<String, Class<?>> types = new TreeMap<>();
        entities()
                .forEach(entity -> single(entity)
                        .forEach(attribute -> types.putIfAbsent(attribute.getName(), attribute.getJavaType())));
        return types;
    }

    /** What is in the tables: the sorted values of every column, by {@code Entity.attribute}. */
    Map<String, List<String>> read() {
        try (EntityManager manager = factory.createEntityManager()) {
            Map<String, List<String>> columns = new TreeMap<>();
            for (EntityType<?> entity : entities()) {
                List<?> rows = manager.createQuery("select e from " + entity.getName() + " e", entity.getJavaType())
                        .getResultList();
                for (Attribute<?, ?> attribute : single(entity)) {
                    columns.put(
                            entity.getName() + "." + attribute.getName(),
                            rows.stream()
                                    .map(row -> text(attribute, row))
                                    .sorted()
                                    .toList());
                }
            }
            return columns;
        }
    }

    private List<EntityType<?>> entities() {
        return factory.getMetamodel().getEntities().stream()
                .sorted(Comparator.comparing(EntityType::getName))
                .toList();
    }

    private static List<Attribute<?, ?>> single(EntityType<?> entity) {
        Set<? extends Attribute<?, ?>> all = entity.getAttributes();
        return all.stream()
                .filter(attribute -> !attribute.isCollection())
                .<Attribute<?, ?>>map(attribute -> attribute)
                .sorted(Comparator.comparing(Attribute::getName))
                .toList();
    }

    private String text(Attribute<?, ?> attribute, Object row) {
        Object value = value(attribute.getJavaMember(), row);
        if (value != null && attribute.isAssociation()) {
            return String.valueOf(factory.getPersistenceUnitUtil().getIdentifier(value));
        }
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }

    private static @Nullable Object value(Member member, Object row) {
        try {
            if (member instanceof Field field) {
                field.setAccessible(true);
                return field.get(row);
            }
            Method getter = (Method) member;
            getter.setAccessible(true);
            return getter.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an attribute cannot be read: " + member, e);
        }
    }
}

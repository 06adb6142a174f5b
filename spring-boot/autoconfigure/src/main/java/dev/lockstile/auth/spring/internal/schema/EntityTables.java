package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.schema.AuthSchemaBuilder;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.KeyType;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the tables have to be like for the entities of the application, told before JPA starts. */
final class EntityTables {

    private static final Logger LOG = LoggerFactory.getLogger(EntityTables.class);

    private final Map<AuthTable, Class<?>> entities = new EnumMap<>(AuthTable.class);
    private final Collection<Class<?>> managed;
    private final EntityProblems problems;
    private final UnaryOperator<String> naming;

    /**
     * Looks for entities among the managed classes, by what they extend.
     *
     * @param naming the physical naming strategy of tables
     */
    EntityTables(Collection<Class<?>> managed, UnaryOperator<String> naming) {
        this.managed = List.copyOf(managed);
        this.naming = naming;
        Map<AuthTable, List<Class<?>>> found = new EnumMap<>(AuthTable.class);
        for (Class<?> type : managed) {
            AuthTable table = EntityParts.table(type);
            if (table != null && type.isAnnotationPresent(Entity.class) && !extendsEntity(type)) {
                found.computeIfAbsent(table, first -> new ArrayList<>()).add(type);
            }
        }
        found.forEach((table, types) -> {
            if (types.size() == 1) {
                entities.put(table, types.get(0));
            }
        });
        this.problems = new EntityProblems(found);
    }

    /**
     * Refuses a start without the entities that the library needs, or with two for one of its tables, before anything
     * is written for them.
     *
     * @param unannotated finds classes of the application that extend a superclass and are no entities
     * @throws HostModelException naming each problem
     */
    void require(Function<Class<?>, List<String>> unannotated) {
        problems.require(unannotated);
    }

    /** Whether the name of a table would depend on the order of two entities. */
    boolean isAmbiguous() {
        return problems.isAmbiguous();
    }

    /** The managed classes of the application. */
    Collection<Class<?>> managed() {
        return managed;
    }

    /** The tables that entities lie on; empty where the application tells no entities, so that all may be used. */
    Optional<Set<AuthTable>> used() {
        return managed.isEmpty() ? Optional.empty() : Optional.of(problems.tables());
    }

    /** The tables whose names are not the usual ones. */
    Map<AuthTable, String> names() {
        Map<AuthTable, String> names = new EnumMap<>(AuthTable.class);
        entities.forEach((table, type) -> names.put(table, naming.apply(named(type))));
        return names;
    }

    /** Names and keys where the library can make such tables; a host that makes its own may have others. */
    void usable(AuthSchemaBuilder builder) {
        names().forEach((table, name) -> {
            try {
                builder.table(table, name);
            } catch (IllegalArgumentException notPlain) {
                LOG.debug("no table of the library is named {}", name, notPlain);
            }
        });
        try {
            builder.keyType(keyType());
        } catch (AuthSetupException others) {
            LOG.debug("the keys are made by the application alone", others);
        }
    }

    /** The names of the tables that lie in no schema or catalog of their own. */
    List<String> unqualifiedNames() {
        return entities.values().stream()
                .filter(type -> !isQualified(type.getAnnotation(Table.class)))
                .map(type -> naming.apply(named(type)))
                .toList();
    }

    private static boolean isQualified(@Nullable Table table) {
        return table != null && !(table.schema().isEmpty() && table.catalog().isEmpty());
    }

    /**
     * The type of the keys.
     *
     * @throws AuthSetupException when the entities do not agree, or have one that the library's changelog does not make
     */
    KeyType keyType() {
        Map<String, KeyType> types = new TreeMap<>();
        entities.values().forEach(type -> types.put(type.getSimpleName(), keyType(type)));
        Set<KeyType> different = Set.copyOf(types.values());
        if (different.size() > 1) {
            throw new AuthSetupException(List.of("key-types-differ: the keys of the entities are of different types: "
                    + types.entrySet().stream()
                            .map(key -> key.getKey() + " " + key.getValue())
                            .collect(Collectors.joining(", "))));
        }
        return different.isEmpty() ? KeyType.BIGINT : different.iterator().next();
    }

    private static KeyType keyType(Class<?> entity) {
        Class<?> key = Arrays.stream(entity.getMethods())
                .filter(method -> method.getName().equals("getId") && method.getParameterCount() == 0)
                .filter(method -> !method.isBridge())
                .<Class<?>>map(Method::getReturnType)
                .findFirst()
                .orElse(Object.class);
        if (key == UUID.class) {
            return KeyType.UUID;
        }
        if (key == String.class) {
            return KeyType.TEXT;
        }
        if (key == Long.class || key == long.class || key == Integer.class || key == int.class) {
            return KeyType.BIGINT;
        }
        throw new AuthSetupException(List.of("key-type-unknown: getId() of " + entity.getName() + " returns "
                + key.getSimpleName() + ", and the library makes tables with keys of Long, UUID or String"));
    }

    private static String named(Class<?> type) {
        Table table = type.getAnnotation(Table.class);
        if (table != null && !table.name().isEmpty()) {
            return table.name();
        }
        String name = type.getAnnotation(Entity.class).name();
        return name.isEmpty() ? type.getSimpleName() : name;
    }

    private static boolean extendsEntity(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return parent != null && (parent.isAnnotationPresent(Entity.class) || extendsEntity(parent));
    }
}

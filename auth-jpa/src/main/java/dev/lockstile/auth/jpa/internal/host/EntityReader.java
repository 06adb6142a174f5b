package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.jpa.host.HostModelException;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks one entity over: its key, its constructor, what it may not be. */
final class EntityReader {

    private static final Map<Class<?>, Class<?>> BOXED = Map.of(long.class, Long.class, int.class, Integer.class);

    private final Class<?> part;
    private final EntityType<?> entity;
    private final List<HostModelException.Problem> problems;

    EntityReader(Class<?> part, EntityType<?> entity, List<HostModelException.Problem> problems) {
        this.part = part;
        this.entity = entity;
        this.problems = problems;
    }

    /** The entity, or null when something is wrong with it. The caller knows that {@code part} is what it asked for. */
    @SuppressWarnings("unchecked")
    <E> @Nullable HostEntity<E> read() {
        if (!part.isAssignableFrom(entity.getJavaType())) {
            problem("JPA-05", "does not extend " + part.getSimpleName(), "class X extends " + part.getSimpleName());
            return null;
        }
        SingularAttribute<?, ?> key = key();
        Constructor<?> constructor = constructor();
        if (key == null || constructor == null) {
            return null;
        }
        return new HostEntity<>(
                (Class<E>) entity.getJavaType(),
                entity.getName(),
                key.getName(),
                boxed(key.getJavaType()),
                (Constructor<? extends E>) constructor);
    }

    private @Nullable SingularAttribute<?, ?> key() {
        SingularAttribute<?, ?> key = entity.hasSingleIdAttribute()
                ? entity.getSingularAttributes().stream()
                        .filter(SingularAttribute::isId)
                        .findFirst()
                        .orElse(null)
                : null;
        if (key == null || !KeyText.types().contains(boxed(key.getJavaType()))) {
            problem("JPA-06", "needs one key of type Long, Integer, UUID or String", "@Id @GeneratedValue Long id;");
            return null;
        }
        return key;
    }

    private @Nullable Constructor<?> constructor() {
        Class<?> type = entity.getJavaType();
        if (Modifier.isAbstract(type.getModifiers())) {
            problem("JPA-07", "is abstract, so that no row can be added", "name the concrete entity to the builder");
            return null;
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            problem("JPA-08", "has no constructor without arguments", "protected " + type.getSimpleName() + "() {}");
        } catch (InaccessibleObjectException e) {
            problem("JPA-09", "lies in a closed module", "opens " + type.getPackageName() + ";");
        }
        return null;
    }

    private static Class<?> boxed(Class<?> type) {
        return BOXED.getOrDefault(type, type);
    }

    private void problem(String id, String what, String fix) {
        problems.add(new HostModelException.Problem(id, entity.getJavaType().getName() + " " + what, fix));
    }
}

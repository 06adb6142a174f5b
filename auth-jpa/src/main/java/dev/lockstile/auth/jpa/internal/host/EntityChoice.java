package dev.lockstile.auth.jpa.internal.host;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entity classes a host has named, by the superclass they stand for. */
public final class EntityChoice {

    private final Map<Class<?>, Class<?>> named = new LinkedHashMap<>();

    /** Names the entity that stands for a superclass. */
    public void name(Class<?> part, Class<?> entity) {
        named.put(part, entity);
    }

    @Nullable
    Class<?> of(Class<?> part) {
        return named.get(part);
    }
}

package dev.lockstile.auth.schema.history;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import liquibase.change.custom.CustomChange;
import liquibase.changelog.IncludeAllFilter;
import liquibase.precondition.CustomPrecondition;
import org.jspecify.annotations.Nullable;

/** Whether a class that history names is there, of the right kind, and can be made. No code of it runs. */
final class ClassCheck {

    private static final Map<String, Class<?>> KINDS = Map.of(
            "customChange", CustomChange.class,
            "customPrecondition", CustomPrecondition.class,
            "includeAll filter", IncludeAllFilter.class,
            "includeAll resourceComparator", Comparator.class);

    private final ClassLoader loader;

    ClassCheck(ClassLoader loader) {
        this.loader = loader;
    }

    /** The class, or null when it is missing or something that it stands on is. */
    @Nullable
    Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** What is wrong with a class that is there, null when nothing is. */
    @Nullable
    String fault(Class<?> type, String role) {
        Class<?> kind = KINDS.get(role);
        if (kind != null && !kind.isAssignableFrom(type)) {
            return "does not implement " + kind.getName();
        }
        if (Modifier.isAbstract(type.getModifiers()) || !Modifier.isPublic(type.getModifiers())) {
            return "is not a public class that can be made";
        }
        return makeable(type) ? null : "has no public constructor without arguments";
    }

    private static boolean makeable(Class<?> type) {
        try {
            return Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
        } catch (LinkageError e) {
            return false;
        }
    }
}

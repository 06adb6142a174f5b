package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.AuthSetupException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the properties, so that all of it is told at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    /** The settings of a group of properties; null when a value of it is refused. */
    <T> @Nullable T of(String prefix, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            found.add("property-refused: " + prefix + ".*: " + e.getMessage());
            return null;
        }
    }

    void add(String problem) {
        found.add(problem);
    }

    /** @throws AuthSetupException with everything that was found */
    AuthSetupException exception() {
        return new AuthSetupException(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}

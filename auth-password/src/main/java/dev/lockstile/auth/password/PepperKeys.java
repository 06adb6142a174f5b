package dev.lockstile.auth.password;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The peppers in use. New hashes take the current one; hashes under a retired one still verify and ask for an upgrade,
 * so a pepper is rotated without a single reset: keep the old key here until no stored hash names it any more.
 *
 * @param current the pepper of new hashes, or null for none
 * @param retired earlier peppers
 */
public record PepperKeys(@Nullable PepperKey current, List<PepperKey> retired) {

    /**
     * Copies the list.
     *
     * @param current the pepper of new hashes; null for none
     * @param retired earlier peppers
     * @throws IllegalArgumentException when two keys have one id
     */
    public PepperKeys {
        retired = List.copyOf(retired);
        Set<String> ids = new HashSet<>();
        for (PepperKey key : all(current, retired)) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("two peppers have the id " + key.id());
            }
        }
    }

    /** {@return no pepper} */
    public static PepperKeys none() {
        return new PepperKeys(null, List.of());
    }

    /**
     * {@return one pepper and none before it}
     *
     * @param current the pepper of new hashes
     */
    public static PepperKeys of(PepperKey current) {
        return new PepperKeys(current, List.of());
    }

    /**
     * {@return the key of that id, or null when it is not known here}
     *
     * @param id as a stored hash names it
     */
    public @Nullable PepperKey find(String id) {
        return all(current, retired).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static List<PepperKey> all(@Nullable PepperKey current, List<PepperKey> retired) {
        List<PepperKey> keys = new ArrayList<>(retired);
        if (current != null) {
            keys.add(current);
        }
        return keys;
    }
}

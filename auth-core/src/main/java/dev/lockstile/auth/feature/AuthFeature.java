package dev.lockstile.auth.feature;

import java.util.List;
import java.util.Map;

/**
 * An optional feature as its own package describes it. The schema, the endpoints, their description and the Spring Boot
 * starter read the description, so that a host without the feature's entities has none of its tables and routes.
 *
 * @param name in lower case, such as {@code passkeys}
 * @param tables the superclass of each entity that the feature keeps rows in, with the key of its table in the schema,
 *     such as {@code passkey} of {@code auth.table.passkey}
 * @param paths what the paths of its endpoints begin with, below the base path and without slashes at the ends
 */
public record AuthFeature(String name, Map<Class<?>, String> tables, List<String> paths) {

    /**
     * Copies the collections.
     *
     * @param name in lower case
     * @param tables the superclasses of entities with the keys of their tables
     * @param paths what the paths of its endpoints begin with
     */
    public AuthFeature {
        tables = Map.copyOf(tables);
        paths = List.copyOf(paths);
    }

    /**
     * {@return whether an endpoint belongs to the feature}
     *
     * @param path of the endpoint below the base path, with or without slashes at the ends
     */
    public boolean owns(String path) {
        String plain = path.replaceAll("^/+|/+$", "");
        return paths.stream().anyMatch(own -> plain.equals(own) || plain.startsWith(own + "/"));
    }
}

package dev.lockstile.auth.feature;

import java.util.List;
import java.util.Map;

/**
 * Describes an optional feature: its tables and endpoints. The schema, the endpoints, the OpenAPI description and the
 * Spring Boot starter read it, so that a host without the feature's entities has none of its tables and endpoints.
 *
 * @param name in lower case, such as {@code passkeys}
 * @param tables the superclasses of the feature's entities, with the keys of their tables in the schema, such as
 *     {@code passkey} for {@code auth.table.passkey}
 * @param paths prefixes of the paths of its endpoints, below the base path and without slashes at the ends
 */
public record AuthFeature(String name, Map<Class<?>, String> tables, List<String> paths) {

    /**
     * Copies the collections.
     *
     * @param name in lower case
     * @param tables the superclasses of entities with the keys of their tables
     * @param paths prefixes of the paths of its endpoints
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

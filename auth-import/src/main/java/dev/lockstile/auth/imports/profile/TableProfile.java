package dev.lockstile.auth.imports.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table, collection or file in counts.
 *
 * @param rows how many were read
 * @param fields by name; one that many documents lack has fewer cells than there are rows
 */
public record TableProfile(long rows, Map<String, FieldProfile> fields) {

    /**
     * Copies the map.
     *
     * @param rows how many were read
     * @param fields by name
     */
    public TableProfile {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }
}

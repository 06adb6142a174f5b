package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.http.settings.JsonNaming;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields of entities put into bodies that have no place for them, in snake and in camel case.
 *
 * @param fields all fields of all entities by their name, with what is planted
 */
record PlantedFields(Operations operations, Map<String, Object> fields) {

    /** What no honest row holds. */
    static final List<String> SIGNS = List.of("planted-", "2001-02-03", "987654321");

    private static final Set<String> OF_DEVICES = Set.of("platform", "name", "token", "notification_token");
    private static final List<String> OF_OTHERS =
            List.of("is_staff", "is_superuser", "is_active", "is_admin", "is_verified", "admin", "verified");

    /** Nothing. */
    static PlantedFields nothing(Operations operations) {
        return new PlantedFields(operations, Map.of());
    }

    /** Every attribute of the entities: flags up or down, the first or the last word of an enum. */
    static PlantedFields of(Operations operations, Map<String, Class<?>> attributes, boolean up) {
        Map<String, Object> fields = new LinkedHashMap<>();
        attributes.forEach((name, type) -> fields.put(name, value(name, type, up)));
        OF_OTHERS.forEach(name -> fields.putIfAbsent(name, up));
        List.of("user_id", "owner", "owner_id", "profile_id", "tenant").forEach(name -> fields.putIfAbsent(name, 1));
        return new PlantedFields(operations, fields);
    }

    /** The body with all fields that the endpoint does not read; the same where nothing is planted. */
    Map<String, Object> in(String operation, Map<String, Object> body) {
        Map<String, Object> full = planted(body, operations.fields(operation));
        if (body.get("device") instanceof Map<?, ?> device) {
            Map<String, Object> inner = new LinkedHashMap<>();
            device.forEach((name, value) -> inner.put(String.valueOf(name), value));
            full.put("device", planted(inner, OF_DEVICES));
        }
        return full;
    }

    /** Whether the endpoint belongs to a feature that the host does not use. */
    boolean isOff(String operation) {
        return operations.isOff(operation);
    }

    /** Those of the attributes that an endpoint with these fields reads, in snake case. */
    static Set<String> amongst(Set<String> fields, Set<String> attributes) {
        return attributes.stream()
                .map(PlantedFields::snake)
                .filter(name -> fields.contains(name) || fields.contains(JsonNaming.CAMEL_CASE.wire(name)))
                .collect(Collectors.toSet());
    }

    private Map<String, Object> planted(Map<String, Object> body, Set<String> read) {
        Map<String, Object> full = new LinkedHashMap<>(body);
        fields.forEach((name, value) -> {
            String snake = snake(name);
            String camel = JsonNaming.CAMEL_CASE.wire(snake);
            if (!read.contains(snake) && !read.contains(camel)) {
                full.putIfAbsent(snake, value);
                full.putIfAbsent(camel, value);
            }
        });
        return full;
    }

    private static Object value(String name, Class<?> type, boolean up) {
        if (type == boolean.class || type == Boolean.class) {
            return up;
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return String.valueOf(constants[up ? constants.length - 1 : 0]);
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return 987654321;
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return type == LocalDate.class ? "2001-02-03" : "2001-02-03T04:05:06Z";
        }
        return type == String.class ? word(name, up) : 1;
    }

    private static String word(String name, boolean up) {
        return up && name.toLowerCase(Locale.ROOT).contains("role") ? "SUPERUSER" : "planted-" + name;
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])|([a-z])([0-9])", "$1$3_$2$4").toLowerCase(Locale.ROOT);
    }
}

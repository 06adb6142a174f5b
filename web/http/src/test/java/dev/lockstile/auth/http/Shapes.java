package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Compares an answer with its schema: names of members at every depth, and types. */
final class Shapes {

    private Shapes() {}

    static void check(String at, JsonNode schema, JsonNode json) {
        if (schema.has("anyOf")) {
            check(at, variant(at, schema, json), json);
        } else if (json.isObject() && schema.has("properties")) {
            assertThat(names(json)).as(at).isEqualTo(names(schema.path("properties")));
            json.forEachEntry((name, member) ->
                    check(at + "." + name, schema.path("properties").path(name), member));
        } else if (json.isArray()) {
            assertThat(types(schema)).as(at).contains("array");
            json.forEach(item -> check(at + "[]", schema.path("items"), item));
        } else {
            assertThat(types(schema)).as(at).contains(type(json));
        }
    }

    private static JsonNode variant(String at, JsonNode schema, JsonNode json) {
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .filter(one -> names(one.path("properties")).equals(names(json)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(at + ": no described shape has " + names(json)));
    }

    private static Set<String> names(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString(""));
        }
        return types;
    }

    private static String type(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> "integer";
            case NULL -> "null";
            default -> "object";
        };
    }
}

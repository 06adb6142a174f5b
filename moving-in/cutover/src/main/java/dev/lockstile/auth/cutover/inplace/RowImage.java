package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.imports.report.JsonText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The attributes of one row that an import in place changed, before and after.
 *
 * @param part which table, and whether the import added the row
 * @param key of the row, as text
 * @param modifiedAt the row's time of change, which the import leaves as it is
 * @param before values by attribute; null for none
 * @param after values by attribute; of a password only that there is one
 * @param factors whether the user had second factors before
 */
record RowImage(
        Part part,
        String key,
        Instant modifiedAt,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        boolean factors) {

    static final String PASSWORD = "passwordHash";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What kind of row it is. */
    enum Part {
        USER,
        PROFILE,
        ADDED_PROFILE
    }

    /** The difference of two states of a row. */
    static RowImage of(Part part, RowState before, RowState after, boolean factors) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        before.values().forEach((attribute, value) -> {
            Object next = after.values().get(attribute);
            if (!Objects.equals(value, next)) {
                was.put(attribute, value);
                is.put(attribute, attribute.equals(PASSWORD) && next != null ? Boolean.TRUE : next);
            }
        });
        return new RowImage(part, before.key(), after.modifiedAt(), was, is, factors);
    }

    /** A profile that the import added. */
    static RowImage added(RowState profile) {
        return new RowImage(Part.ADDED_PROFILE, profile.key(), profile.modifiedAt(), Map.of(), Map.of(), false);
    }

    String text() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("part", part.name());
        all.put("key", key);
        all.put("modified", modifiedAt);
        all.put("before", before);
        all.put("after", after);
        all.put("factors", factors);
        return JsonText.of(all);
    }

    static RowImage read(String text) {
        JsonNode all = MAPPER.readTree(text);
        return new RowImage(
                Part.valueOf(all.path("part").stringValue()),
                all.path("key").stringValue(),
                Instant.parse(all.path("modified").stringValue()),
                values(all.path("before")),
                values(all.path("after")),
                all.path("factors").booleanValue());
    }

    private static Map<String, @Nullable Object> values(JsonNode node) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        node.properties().forEach(member -> values.put(member.getKey(), value(member.getKey(), member.getValue())));
        return values;
    }

    private static @Nullable Object value(String attribute, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return attribute.endsWith("At") ? Instant.parse(node.stringValue()) : node.stringValue();
    }

    @Override
    public String toString() {
        return "RowImage[" + part + ' ' + key + ']';
    }
}

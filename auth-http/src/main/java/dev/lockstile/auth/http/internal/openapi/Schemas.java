package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.http.internal.input.FormDescription;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.settings.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of what is read and of what is answered. */
record Schemas(JsonNaming naming) {

    /** The schema of a body. */
    JsonObject ofForm(FormDescription form) {
        JsonObject properties = new JsonObject();
        for (Map.Entry<String, FormDescription.Field> field : form.fields().entrySet()) {
            properties.with(field.getKey(), ofField(field.getValue()));
        }
        form.objects().forEach((name, inner) -> properties.with(name, ofForm(inner)));
        JsonObject schema = new JsonObject().with("type", "object").with("properties", properties);
        List<String> required = form.required().stream().map(naming::wire).toList();
        return required.isEmpty() ? schema : schema.with("required", required);
    }

    private static JsonObject ofField(FormDescription.Field field) {
        JsonObject schema = new JsonObject();
        if (field.type().equals("date")) {
            return schema.with("type", "string").with("format", "date");
        }
        schema.with("type", field.type());
        return field.max() == 0 ? schema : schema.with("maxLength", field.max());
    }

    /** The schema of a value; a text may be null wherever a person need not have said it. */
    JsonObject ofValue(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            JsonObject properties = new JsonObject();
            object.members().forEach((name, member) -> properties.with(name, ofValue(member)));
            return new JsonObject().with("type", "object").with("properties", properties);
        }
        if (value instanceof List<?> list) {
            JsonObject items = list.isEmpty() ? new JsonObject() : ofValue(list.get(0));
            return new JsonObject().with("type", "array").with("items", items);
        }
        return scalar(value);
    }

    private static JsonObject scalar(@Nullable Object value) {
        if (value instanceof Boolean) {
            return new JsonObject().with("type", "boolean");
        }
        if (value instanceof Instant) {
            return nullable().with("format", "date-time");
        }
        if (value instanceof LocalDate) {
            return nullable().with("format", "date");
        }
        if (value instanceof String) {
            return nullable();
        }
        // a key of the host's table is a number or a text; a settings object is the host's
        return value instanceof Number
                ? new JsonObject().with("type", List.of("integer", "string"))
                : new JsonObject().with("type", "object");
    }

    private static JsonObject nullable() {
        return new JsonObject().with("type", List.of("string", "null"));
    }
}

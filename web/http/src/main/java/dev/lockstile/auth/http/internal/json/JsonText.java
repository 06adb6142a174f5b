package dev.lockstile.auth.http.internal.json;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Writes answers. Only the types named here can leave: nothing is found by reflection (ASVS 15.3.1). */
public final class JsonText {

    private final TokenStreamFactory factory = new JsonFactory();
    private final UnaryOperator<String> naming;

    /** @param naming makes the name on the wire from the one in snake case */
    public JsonText(UnaryOperator<String> naming) {
        this.naming = naming;
    }

    /** The value in UTF-8. */
    public byte[] write(Object value) {
        if (value instanceof RawJson raw) {
            return raw.text().getBytes(StandardCharsets.UTF_8);
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            value(json, value);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(JsonGenerator json, @Nullable Object value) {
        if (value instanceof JsonObject object) {
            object(json, object);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(item -> value(json, item));
            json.writeEndArray();
        } else if (value instanceof RawJson raw) {
            json.writeRawValue(raw.text());
        } else {
            scalar(json, value);
        }
    }

    private void object(JsonGenerator json, JsonObject object) {
        json.writeStartObject();
        for (Map.Entry<String, @Nullable Object> member : object.members().entrySet()) {
            String name = member.getKey();
            json.writeName(object.isAsWritten(name) ? name : naming.apply(name));
            value(json, member.getValue());
        }
        json.writeEndObject();
    }

    private static void scalar(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof JsonNumber number) {
            json.writeNumber(number.text());
        } else if (value instanceof String || value instanceof Instant || value instanceof LocalDate) {
            json.writeString(value.toString());
        } else {
            throw new IllegalArgumentException("no type of an answer: " + value.getClass());
        }
    }
}

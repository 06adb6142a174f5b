package dev.lockstile.auth.imports.mongodb;

import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Documents as rows, with the same cells as a file of {@code mongoexport} gives for them. */
final class PlainValues {

    private PlainValues() {}

    static SourceRow row(BsonDocument document, String keyField) {
        BsonValue key = document.get(keyField, BsonNull.VALUE);
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        document.forEach((name, value) -> cells.put(name.toLowerCase(Locale.ROOT), plain(value)));
        Object identity = plain(key);
        return new SourceRow(identity == null ? "null" : identity, key, cells);
    }

    /** A key as ledgers hold it. */
    static String text(BsonValue key) {
        return String.valueOf(plain(key));
    }

    private static @Nullable Object plain(BsonValue value) {
        return switch (value.getBsonType()) {
            case NULL, UNDEFINED -> null;
            case STRING -> value.asString().getValue();
            case SYMBOL -> value.asSymbol().getSymbol();
            case OBJECT_ID -> value.asObjectId().getValue().toHexString();
            case BOOLEAN -> value.asBoolean().getValue();
            case INT32 -> value.asInt32().getValue();
            case INT64 -> value.asInt64().getValue();
            case DOUBLE -> value.asDouble().getValue();
            case DECIMAL128 -> decimal(value);
            case DATE_TIME -> Instant.ofEpochMilli(value.asDateTime().getValue());
            case BINARY -> binary(value.asBinary());
            case ARRAY -> list(value);
            case DOCUMENT -> members(value.asDocument());
            default -> value.getBsonType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static Object decimal(BsonValue value) {
        try {
            return value.asDecimal128().getValue().bigDecimalValue();
        } catch (ArithmeticException notFinite) {
            return value.asDecimal128().getValue().toString();
        }
    }

    private static Object binary(BsonBinary value) {
        boolean uuid = value.getType() == BsonBinarySubType.UUID_STANDARD.getValue();
        return uuid ? value.asUuid().toString() : "binary of " + value.getData().length + " bytes";
    }

    private static List<@Nullable Object> list(BsonValue value) {
        List<@Nullable Object> elements = new ArrayList<>();
        value.asArray().forEach(element -> elements.add(plain(element)));
        return elements;
    }

    private static Map<String, @Nullable Object> members(BsonDocument document) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        document.forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }
}

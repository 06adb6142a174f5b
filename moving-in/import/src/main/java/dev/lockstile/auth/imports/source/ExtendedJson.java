package dev.lockstile.auth.imports.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads MongoDB Extended JSON v2, canonical and relaxed: numbers become numbers, dates become instants, object ids and
 * UUIDs become texts. A value of any other type, such as a regular expression, remains a map.
 */
final class ExtendedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private ExtendedJson() {}

    /** Reads the object on a line. */
    static Map<String, @Nullable Object> read(String line) throws BadRecordException {
        Object value = parse(line);
        if (value instanceof Map<?, ?> map) {
            return members(map);
        }
        throw new BadRecordException("not a JSON object");
    }

    private static Object parse(String line) throws BadRecordException {
        try {
            return MAPPER.readValue(line, Object.class);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new BadRecordException("not JSON" + (column > 0 ? " from column " + column + " on" : ""));
        }
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), plain(value)));
        return members;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(plain(element)));
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            return map.size() == 1 ? typed(map) : members(map);
        }
        return value;
    }

    private static @Nullable Object typed(Map<?, ?> map) {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String type = String.valueOf(only.getKey());
        Object value = only.getValue();
        try {
            return switch (type) {
                case "$oid", "$uuid", "$symbol" -> String.valueOf(value);
                case "$numberInt" -> Integer.valueOf(String.valueOf(value));
                case "$numberLong" -> Long.valueOf(String.valueOf(value));
                case "$numberDouble" -> Double.valueOf(String.valueOf(value));
                case "$numberDecimal" -> new BigDecimal(String.valueOf(value));
                case "$date" -> date(plain(value));
                case "$undefined" -> null;
                default -> members(map);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return String.valueOf(value); // not of the type that it names; the mapping of the row decides
        }
    }

    private static Object date(@Nullable Object value) {
        return value instanceof Number millis
                ? Instant.ofEpochMilli(millis.longValue())
                : OffsetDateTime.parse(String.valueOf(value)).toInstant();
    }
}

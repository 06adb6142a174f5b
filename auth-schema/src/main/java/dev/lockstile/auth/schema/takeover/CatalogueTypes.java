package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.shape.ColumnShape;
import dev.lockstile.auth.schema.shape.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of old tables, as the databases' catalogues name them, in words for all databases. */
final class CatalogueTypes {

    private static final SqlType INSTANT =
            new SqlType("timestamp(6) with time zone", "timestamp(6) with time zone", "datetime(6)");
    private static final SqlType LOCAL = new SqlType("timestamp(6)", "timestamp(6)", "datetime(6)");

    private static final Map<String, SqlType> WORDS = Map.ofEntries(
            Map.entry("int2", SqlType.same("smallint")),
            Map.entry("int4", SqlType.same("integer")),
            Map.entry("serial", SqlType.same("integer")),
            Map.entry("int", SqlType.same("integer")),
            Map.entry("int8", SqlType.same("bigint")),
            Map.entry("bigserial", SqlType.same("bigint")),
            Map.entry("smallint unsigned", new SqlType("smallint", "smallint", "smallint unsigned")),
            Map.entry("int unsigned", new SqlType("integer", "integer", "int unsigned")),
            Map.entry("integer unsigned", new SqlType("integer", "integer", "int unsigned")),
            Map.entry("bigint unsigned", new SqlType("bigint", "bigint", "bigint unsigned")),
            Map.entry("bool", SqlType.same("boolean")),
            Map.entry("bit", SqlType.same("boolean")),
            Map.entry("float8", SqlType.same("double precision")),
            Map.entry("double precision", SqlType.same("double precision")),
            Map.entry("timestamptz", INSTANT),
            Map.entry("timestamp with time zone", INSTANT),
            Map.entry("timestamp", LOCAL),
            Map.entry("datetime", INSTANT),
            Map.entry("jsonb", new SqlType("json", "jsonb", "json")),
            Map.entry("bytea", new SqlType("varbinary(65535)", "bytea", "blob")),
            Map.entry("text", new SqlType("varchar(1000000)", "text", "longtext")),
            Map.entry("varchar", new SqlType("varchar", "varchar", "longtext")),
            Map.entry("character large object", new SqlType("varchar(1000000)", "text", "longtext")));

    private CatalogueTypes() {}

    static ColumnShape neutral(ColumnShape column) {
        String type = column.type().h2().replace("character varying", "varchar");
        SqlType words = WORDS.getOrDefault(type, SqlType.same(type));
        return new ColumnShape(column.name(), words, column.nullable(), column.identity(), null);
    }

    /** The Java type of a key of that type, or null when none is known. */
    static @Nullable String keyType(ColumnShape key) {
        String type = neutral(key).type().h2();
        if (type.startsWith("varchar")) {
            return "String";
        }
        return Map.of("integer", "Integer", "bigint", "Long", "uuid", "java.util.UUID")
                .get(type);
    }

    static boolean isText(ColumnShape column) {
        return "String".equals(keyType(column));
    }

    static boolean isUuid(ColumnShape column) {
        return neutral(column).type().postgresql().equals("uuid");
    }

    /** What a row gets whose writer does not know the column; null when the type says nothing. */
    static @Nullable String zero(ColumnShape column) {
        String type = neutral(column).type().postgresql();
        if (type.startsWith("varchar")) {
            return "''";
        }
        if (type.startsWith("numeric")) {
            return "0";
        }
        return switch (type) {
            case "boolean" -> "false";
            case "smallint", "integer", "bigint", "double precision" -> "0";
            case "jsonb", "json" -> "'{}'";
            case "timestamp(6) with time zone", "timestamp(6)" -> "CURRENT_TIMESTAMP";
            case "date" -> "CURRENT_DATE";
            default -> null;
        };
    }
}

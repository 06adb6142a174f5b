package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of old tables, as the databases' catalogues name them, in words for all databases. */
final class CatalogueTypes {

    private static final SqlType INSTANT =
            new SqlType("timestamp(6) with time zone", "timestamp(6) with time zone", "datetime(6)");
    private static final SqlType LOCAL = new SqlType("timestamp(6)", "timestamp(6)", "datetime(6)");

    /** An unbounded text on the databases that do not have the type. */
    private static final String H2_TEXT = "varchar(1000000)";

    /** What an empty H2 knows by the same word; of anything else it gets a stand-in. */
    private static final Set<String> EVERYWHERE = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double precision",
            "date",
            "uuid",
            "json",
            "varchar",
            "char",
            "character",
            "numeric",
            "decimal",
            "time",
            "timestamp",
            "timestamp(6)",
            "timestamp(6) with time zone",
            "timestamp with time zone",
            "binary varying",
            "varbinary",
            "binary");

    /**
     * What PostgreSQL has without an extension and H2 has not. Arrays are named with an underscore before their type.
     */
    private static final Set<String> BUILT_INTO_POSTGRES = Set.of(
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "tsvector",
            "tsquery",
            "xml",
            "money",
            "interval",
            "timetz",
            "bit",
            "varbit",
            "point",
            "oid",
            "name",
            "_text",
            "_varchar",
            "_int2",
            "_int4",
            "_int8",
            "_uuid",
            "_bool",
            "_jsonb");

    /** What takes any text. */
    private static final Set<String> TEXTS = Set.of(
            "text",
            "citext",
            "tinytext",
            "mediumtext",
            "longtext",
            "varchar",
            "character varying",
            "character large object");

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
            Map.entry("float4", SqlType.same("real")),
            Map.entry("float8", SqlType.same("double precision")),
            Map.entry("double", SqlType.same("double precision")),
            Map.entry("numeric", new SqlType("numeric(100,30)", "numeric", "decimal(65,30)")),
            Map.entry("tinyint unsigned", new SqlType("smallint", "smallint", "tinyint unsigned")),
            Map.entry("tinyint", new SqlType("smallint", "smallint", "tinyint")),
            Map.entry("mediumint", new SqlType("integer", "integer", "mediumint")),
            Map.entry("tinytext", new SqlType(H2_TEXT, "text", "tinytext")),
            Map.entry("mediumtext", new SqlType(H2_TEXT, "text", "mediumtext")),
            Map.entry("longtext", new SqlType(H2_TEXT, "text", "longtext")),
            Map.entry("tinyblob", new SqlType("varbinary(65535)", "bytea", "tinyblob")),
            Map.entry("blob", new SqlType("varbinary(65535)", "bytea", "blob")),
            Map.entry("mediumblob", new SqlType("varbinary(1000000)", "bytea", "mediumblob")),
            Map.entry("longblob", new SqlType("varbinary(1000000)", "bytea", "longblob")),
            Map.entry("double precision", SqlType.same("double precision")),
            Map.entry("timestamptz", INSTANT),
            Map.entry("timestamp with time zone", INSTANT),
            Map.entry("timestamp", LOCAL),
            Map.entry("datetime", INSTANT),
            Map.entry("jsonb", new SqlType("json", "jsonb", "json")),
            Map.entry("bytea", new SqlType("varbinary(65535)", "bytea", "blob")),
            Map.entry("text", new SqlType(H2_TEXT, "text", "longtext")),
            Map.entry("varchar", new SqlType("varchar", "varchar", "longtext")),
            Map.entry("character large object", new SqlType(H2_TEXT, "text", "longtext")));

    private CatalogueTypes() {}

    static ColumnShape neutral(ColumnShape column) {
        return new ColumnShape(column.name(), words(column), column.nullable(), column.identity(), null);
    }

    private static SqlType words(ColumnShape column) {
        String type = column.type().h2().replace("character varying", "varchar");
        SqlType words = WORDS.get(type);
        return words == null ? standIn(type) : words;
    }

    /**
     * A word for each database. What a database has to be taught first (an enum, a domain, a type of an extension) is a
     * text where the baseline is made anew.
     */
    private static SqlType standIn(String type) {
        String sized = type.startsWith("bpchar(") ? type.replace("bpchar", "char") : type;
        String plain = sized.replaceFirst("\\(\\d+(,\\d+)?\\)$", "");
        if (EVERYWHERE.contains(plain) || EVERYWHERE.contains(sized)) {
            return SqlType.same(sized);
        }
        return new SqlType(H2_TEXT, BUILT_INTO_POSTGRES.contains(plain) ? type : "text", "longtext");
    }

    /** The Java type of a key of that type, or null when none is known. */
    static @Nullable String keyType(ColumnShape key) {
        String type = neutral(key).type().h2();
        if (type.startsWith("varchar") || type.startsWith("char")) {
            return "String";
        }
        return Map.of("integer", "Integer", "bigint", "Long", "uuid", "java.util.UUID")
                .get(type);
    }

    static boolean isText(ColumnShape column) {
        return "String".equals(keyType(column));
    }

    /** Whether the column holds texts of a fixed length, to which blanks are added. */
    static boolean isPadded(ColumnShape column) {
        return neutral(column).type().postgresql().matches("char(acter)?(\\(\\d+\\))?");
    }

    static boolean isUuid(ColumnShape column) {
        return neutral(column).type().postgresql().equals("uuid");
    }

    /** What a row gets whose writer does not know the column; null when the type says nothing. */
    static @Nullable String zero(ColumnShape column) {
        String found = column.type().h2();
        if (found.startsWith("_")) {
            return "'{}'"; // an array of PostgreSQL's
        }
        String type = neutral(column).type().postgresql();
        if (type.equals("text") && !TEXTS.contains(found)) {
            return null; // it stands for something else, which has values of its own
        }
        if (type.startsWith("varchar") || type.equals("text")) {
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

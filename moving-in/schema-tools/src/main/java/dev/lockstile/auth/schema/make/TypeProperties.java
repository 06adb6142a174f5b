package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.SqlType;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The types of one change file: a plain word where one serves all databases, else a property with a word for each. */
final class TypeProperties {

    private static final Map<String, String> SPOKEN = Map.of(
            "timestamp(6) with time zone", "instant",
            "timestamp(6)", "timestamp",
            "character large object", "text",
            "clob", "text",
            "blob", "binary",
            "float(53)", "double",
            "tinyint", "tiny");

    private final Map<String, SqlType> properties = new TreeMap<>();

    /** What stands in the {@code type} attribute. */
    String word(SqlType type) {
        if (type.h2().equals("boolean") && type.postgresql().equals("boolean")) {
            return "boolean";
        }
        if (type.isSame()) {
            return readable(type.h2());
        }
        String name = name("type." + SPOKEN.getOrDefault(type.h2(), slug(type.h2())), type);
        properties.put(name, type);
        return "${" + name + "}";
    }

    /** What stands for a default. */
    String value(String column, SqlType value) {
        if (value.isSame()) {
            return value.h2();
        }
        String name = name("default." + slug(column.toLowerCase(Locale.ROOT)), value);
        properties.put(name, value);
        return "${" + name + "}";
    }

    /** Two that are one by their first word have two names. */
    private String name(String first, SqlType type) {
        String name = first;
        for (int i = 2; !properties.getOrDefault(name, type).equals(type); i++) {
            name = first + "_" + i;
        }
        return name;
    }

    /** The properties that were used, for the head of the file. */
    String head() {
        StringBuilder out = new StringBuilder();
        properties.forEach((name, type) -> out.append(property(name, type.h2(), "h2"))
                .append(property(name, type.postgresql(), "postgresql"))
                .append(property(name, type.mariadb(), "mariadb,mysql")));
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private static String property(String name, String value, String dbms) {
        return "    <property name=\"" + name + "\" value=\"" + Xml.attribute(value) + "\" dbms=\"" + dbms
                + "\" global=\"false\"/>\n";
    }

    private static String readable(String type) {
        return type.replace("character varying", "varchar").replace("character large object", "clob");
    }

    private static String slug(String type) {
        return type.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}

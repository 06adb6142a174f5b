package dev.lockstile.auth.schema.internal.catalogue;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.Map;
import java.util.TreeMap;

/** Tables as lines of text, to compare two databases by. Names of constraints do not count, what they do does. */
public final class ShapeText {

    private ShapeText() {}

    /** Each column, key, index, foreign key and sequence under its name, with what there is to say of it. */
    public static Map<String, String> facts(Shape shape) {
        Map<String, String> facts = new TreeMap<>();
        shape.tables().values().forEach(table -> table(table, facts));
        shape.sequences().forEach((name, sequence) -> facts.put("sequence " + name, "by " + sequence.increment()));
        return facts;
    }

    private static void table(TableShape table, Map<String, String> facts) {
        facts.put("table " + table.name(), "key " + table.key());
        for (ColumnShape column : table.columns()) {
            facts.put("column " + table.name() + "." + column.name(), column(column));
        }
        for (IndexShape index : table.indexes()) {
            facts.put((index.unique() ? "unique " : "index ") + table.name() + index.columns(), "there");
        }
        for (ForeignKeyShape key : table.foreignKeys()) {
            facts.put("foreign key " + table.name() + key.columns(), "to " + key.target() + key.targetColumns());
        }
    }

    private static String column(ColumnShape column) {
        return type(column) + (column.nullable() ? "" : " not null") + (column.identity() ? ", numbered" : "");
    }

    /** PostgreSQL's driver calls a number by the name of its sequence, where it has one: the type is the same. */
    private static String type(ColumnShape column) {
        String type = String.valueOf(column.type());
        return switch (type) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            default -> type;
        };
    }
}

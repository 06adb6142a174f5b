package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.List;

/** A table of which one column has another name. */
final class RenamedColumn {

    private RenamedColumn() {}

    static TableShape of(TableShape table, String from, String to) {
        List<ColumnShape> columns = table.columns().stream()
                .map(c -> c.name().equals(from) ? c.renamed(to) : c)
                .toList();
        List<IndexShape> indexes = table.indexes().stream()
                .map(i -> new IndexShape(i.name(), names(i.columns(), from, to), i.unique()))
                .toList();
        List<ForeignKeyShape> keys = table.foreignKeys().stream()
                .map(k -> new ForeignKeyShape(k.name(), names(k.columns(), from, to), k.target(), k.targetColumns()))
                .toList();
        return new TableShape(table.name(), columns, names(table.key(), from, to), indexes, keys);
    }

    private static List<String> names(List<String> names, String from, String to) {
        List<String> others = new ArrayList<>(names);
        others.replaceAll(n -> n.equals(from) ? to : n);
        return others;
    }
}

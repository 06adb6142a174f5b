package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.schema.database.Identifiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A shape under other spellings of the same names: of its tables, and of the columns of each. */
final class Spellings {

    private final UnaryOperator<String> tables;
    private final Map<String, UnaryOperator<String>> columns;
    private final UnaryOperator<String> others;

    private Spellings(
            UnaryOperator<String> tables, Map<String, UnaryOperator<String>> columns, UnaryOperator<String> others) {
        this.tables = tables;
        this.columns = columns;
        this.others = others;
    }

    /** All names in one way. */
    static Spellings all(UnaryOperator<String> spelling) {
        return new Spellings(spelling, Map.of(), spelling);
    }

    /** As they are spelled there, where H2 reads them as it does a plain name. */
    static Spellings of(Shape there) {
        Map<String, UnaryOperator<String>> columns = new HashMap<>();
        there.tables()
                .values()
                .forEach(table -> columns.put(
                        Identifiers.folded(table.name()),
                        unfolded(table.columns().stream().map(ColumnShape::name).toList())));
        return new Spellings(unfolded(List.copyOf(there.tables().keySet())), columns, UnaryOperator.identity());
    }

    private static UnaryOperator<String> unfolded(List<String> names) {
        Map<String, String> spelled = new HashMap<>();
        names.forEach(name -> spelled.put(Identifiers.folded(name), name));
        return name -> spelled.getOrDefault(name, name);
    }

    Shape apply(Shape shape) {
        TreeMap<String, TableShape> spelled = new TreeMap<>();
        shape.tables().values().stream().map(this::apply).forEach(table -> spelled.put(table.name(), table));
        return new Shape(spelled, shape.sequences());
    }

    private TableShape apply(TableShape table) {
        UnaryOperator<String> own = columns.getOrDefault(table.name(), others);
        return new TableShape(
                tables.apply(table.name()),
                table.columns().stream()
                        .map(c -> c.renamed(own.apply(c.name())))
                        .toList(),
                list(table.key(), own),
                table.indexes().stream()
                        .map(i -> new IndexShape(i.name(), list(i.columns(), own), i.unique()))
                        .toList(),
                table.foreignKeys().stream().map(k -> apply(k, own)).toList());
    }

    private ForeignKeyShape apply(ForeignKeyShape key, UnaryOperator<String> own) {
        UnaryOperator<String> target = columns.getOrDefault(key.target(), others);
        return new ForeignKeyShape(
                key.name(), list(key.columns(), own), tables.apply(key.target()), list(key.targetColumns(), target));
    }

    private static List<String> list(List<String> names, UnaryOperator<String> spelling) {
        return names.stream().map(spelling).toList();
    }
}

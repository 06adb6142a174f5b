package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts tables after those that they refer to, where there is no circle. */
final class TableOrder {

    private final Map<String, TableShape> left = new TreeMap<>();
    private final Map<String, TableShape> ordered = new LinkedHashMap<>();

    private TableOrder(Collection<TableShape> tables) {
        tables.forEach(table -> left.put(table.name(), table));
    }

    static List<TableShape> of(Collection<TableShape> tables) {
        TableOrder order = new TableOrder(tables);
        while (!order.left.isEmpty()) {
            order.take(order.left.keySet().iterator().next());
        }
        return List.copyOf(order.ordered.values());
    }

    private void take(String name) {
        TableShape table = left.remove(name);
        if (table != null) {
            table.foreignKeys().stream().map(ForeignKeyShape::target).forEach(this::take);
            ordered.put(name, table);
        }
    }
}

package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.shape.ColumnShape;
import dev.lockstile.auth.schema.shape.TableShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part and its table.
 *
 * @param table the old table, or the one to be created
 * @param isOld whether it is there already
 */
record MatchedTable(ModelPart part, TableShape table, boolean isOld, List<Attribute> attributes) {

    /** The key. */
    ColumnShape key() {
        return table.column(table.key().get(0)).orElseThrow();
    }

    /**
     * An attribute and its column.
     *
     * @param template as the superclass has it
     * @param old the shared column of the old table, or null for one of our own
     * @param column the name of the column
     * @param source SQL over the old row for the value of our own column, or null
     */
    record Attribute(
            String name,
            boolean association,
            ColumnShape template,
            @Nullable ColumnShape old,
            String column,
            @Nullable String source) {}
}

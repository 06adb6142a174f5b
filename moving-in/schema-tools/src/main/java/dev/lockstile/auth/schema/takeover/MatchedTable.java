package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part and its table.
 *
 * @param table the old table, or the one to be created
 * @param isOld whether it is there already
 * @param sequence which gives its keys, or null where the database or the row does
 */
record MatchedTable(
        ModelPart part,
        TableShape table,
        boolean isOld,
        List<Attribute> attributes,
        @Nullable SequenceShape sequence) {

    /** A table whose keys the database or the row gives. */
    MatchedTable(ModelPart part, TableShape table, boolean isOld, List<Attribute> attributes) {
        this(part, table, isOld, attributes, null);
    }

    /** The same with a sequence for its keys. */
    MatchedTable withSequence(@Nullable SequenceShape giver) {
        return new MatchedTable(part, table, isOld, attributes, giver);
    }

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
     * @param source where the value of our own column comes from, or null
     */
    record Attribute(
            String name,
            boolean association,
            ColumnShape template,
            @Nullable ColumnShape old,
            String column,
            @Nullable Source source) {

        /** True when the column is the key of the table as well. */
        boolean sharesKey(MatchedTable found) {
            return column.equals(found.table().key().get(0));
        }
    }

    /**
     * Where a value comes from.
     *
     * @param sql over the old row
     * @param fill what the old column gets in rows that are added here, so that its application reads the same, or null
     */
    record Source(ColumnShape column, String sql, @Nullable String fill) {}
}

package dev.lockstile.auth.schema.internal.shape;

import java.util.List;

/**
 * A reference to the row of another table.
 *
 * @param name of the constraint
 * @param columns in the order of the target's
 * @param target the name of the other table
 * @param targetColumns the columns of the other table
 */
public record ForeignKeyShape(String name, List<String> columns, String target, List<String> targetColumns) {

    /**
     * {@return true when the other one says the same, whatever its name}
     *
     * @param other compared by columns and target
     */
    public boolean does(ForeignKeyShape other) {
        return columns.equals(other.columns)
                && target.equals(other.target)
                && targetColumns.equals(other.targetColumns);
    }
}

package dev.lockstile.auth.schema.shape;

import java.util.List;

/** A reference to the row of another table. */
public record ForeignKeyShape(String name, List<String> columns, String target, List<String> targetColumns) {

    /** True when the other one says the same, whatever its name. */
    public boolean does(ForeignKeyShape other) {
        return columns.equals(other.columns)
                && target.equals(other.target)
                && targetColumns.equals(other.targetColumns);
    }
}

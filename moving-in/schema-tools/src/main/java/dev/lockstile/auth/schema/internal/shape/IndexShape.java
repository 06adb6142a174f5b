package dev.lockstile.auth.schema.internal.shape;

import java.util.List;

/**
 * An index or a unique constraint. Two of them do the same when their columns and {@code unique} are the same.
 *
 * @param name of the index or constraint
 * @param columns in their order
 * @param unique whether no two rows may share values
 */
public record IndexShape(String name, List<String> columns, boolean unique) {

    /**
     * {@return true when the other one serves as well, whatever its name}
     *
     * @param other compared by columns and {@code unique}
     */
    public boolean does(IndexShape other) {
        return unique == other.unique && columns.equals(other.columns);
    }
}

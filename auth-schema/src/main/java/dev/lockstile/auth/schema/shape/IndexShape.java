package dev.lockstile.auth.schema.shape;

import java.util.List;

/** An index or a unique constraint. Two of them do the same when their columns and {@code unique} are the same. */
public record IndexShape(String name, List<String> columns, boolean unique) {

    /** True when the other one serves as well, whatever its name. */
    public boolean does(IndexShape other) {
        return unique == other.unique && columns.equals(other.columns);
    }
}

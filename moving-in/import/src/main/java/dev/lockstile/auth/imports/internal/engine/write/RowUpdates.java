package dev.lockstile.auth.imports.internal.engine.write;

import java.util.List;
import java.util.Set;

/**
 * The rows of a person that are written anew.
 *
 * @param left ledger keys of changed rows that are left alone for a reason that is told already
 */
public record RowUpdates(List<RowUpdate> rows, Set<String> left) {

    public static final RowUpdates NONE = new RowUpdates(List.of(), Set.of());

    public RowUpdates {
        rows = List.copyOf(rows);
        left = Set.copyOf(left);
    }

    /** True when the row of that entry changes. */
    public boolean updates(String linkKey) {
        return rows.stream()
                .anyMatch(row -> row.isUpdate() && row.before().linkKey().equals(linkKey));
    }

    /** True when the entry is looked after, whether or not the row changes. */
    public boolean covers(String linkKey) {
        return left.contains(linkKey)
                || rows.stream().anyMatch(row -> row.before().linkKey().equals(linkKey));
    }
}

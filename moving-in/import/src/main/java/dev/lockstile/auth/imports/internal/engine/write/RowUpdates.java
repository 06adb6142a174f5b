package dev.lockstile.auth.imports.internal.engine.write;

import java.util.List;
import java.util.Set;

/**
 * The updates of a person's rows.
 *
 * @param rows the updates
 * @param left ledger keys of changed rows that are left unchanged for a reason that is counted already
 */
public record RowUpdates(List<RowUpdate> rows, Set<String> left) {

    public static final RowUpdates NONE = new RowUpdates(List.of(), Set.of());

    public RowUpdates {
        rows = List.copyOf(rows);
        left = Set.copyOf(left);
    }

    /** Returns true when the row of that entry changes. */
    public boolean updates(String linkKey) {
        return rows.stream()
                .anyMatch(row -> row.isUpdate() && row.before().linkKey().equals(linkKey));
    }

    /** Returns true when the entry is updated, or its row is left unchanged for a counted reason. */
    public boolean covers(String linkKey) {
        return left.contains(linkKey)
                || rows.stream().anyMatch(row -> row.before().linkKey().equals(linkKey));
    }
}

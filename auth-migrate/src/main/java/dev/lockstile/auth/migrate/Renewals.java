package dev.lockstile.auth.migrate;

import java.util.List;
import java.util.Set;

/**
 * The rows of a person that are written anew.
 *
 * @param left ledger keys of changed rows that are left alone for a reason that is told already
 */
record Renewals(List<Renewal> rows, Set<String> left) {

    static final Renewals NONE = new Renewals(List.of(), Set.of());

    Renewals {
        rows = List.copyOf(rows);
        left = Set.copyOf(left);
    }

    /** True when the row of that entry changes. */
    boolean updates(String linkKey) {
        return rows.stream()
                .anyMatch(row -> row.isUpdate() && row.before().linkKey().equals(linkKey));
    }

    /** True when the entry is looked after, whether or not the row changes. */
    boolean covers(String linkKey) {
        return left.contains(linkKey)
                || rows.stream().anyMatch(row -> row.before().linkKey().equals(linkKey));
    }
}

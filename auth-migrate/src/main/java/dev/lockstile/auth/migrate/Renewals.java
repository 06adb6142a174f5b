package dev.lockstile.auth.migrate;

import java.util.List;

/** The rows of a person that are written anew. */
record Renewals(List<Renewal> rows) {

    static final Renewals NONE = new Renewals(List.of());

    Renewals {
        rows = List.copyOf(rows);
    }

    /** True when the row of that entry changes. */
    boolean updates(String linkKey) {
        return rows.stream()
                .anyMatch(row -> row.isUpdate() && row.before().linkKey().equals(linkKey));
    }

    /** True when the entry is looked after, whether or not the row changes. */
    boolean covers(String linkKey) {
        return rows.stream().anyMatch(row -> row.before().linkKey().equals(linkKey));
    }
}

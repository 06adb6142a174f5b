package dev.lockstile.auth.schema.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows that were found, of which the first are named. */
final class FoundRows {

    private static final int NAMED = 50;

    private final String key;
    private final List<String> first = new ArrayList<>();
    private int count;

    /** @param key the column of the key */
    FoundRows(String key) {
        this.key = key;
    }

    void add(String id) {
        count++;
        if (first.size() < NAMED) {
            first.add(id);
        }
    }

    int count() {
        return count;
    }

    String told() {
        return key + " " + String.join(", ", first) + (count > NAMED ? " and more" : "");
    }

    /** The condition that names them in SQL. */
    String where() {
        return first.stream()
                .map(id -> "'" + id.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", " where " + key + " in (", ")"));
    }
}

package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a batch stands in the book of its run.
 *
 * @param mark digest of the old keys in it: a batch of that number is done only if it still holds the same rows
 */
record Place(String part, int number, String mark) {

    static Place of(String part, int number, List<Origin> rows) {
        String keys = rows.stream().map(Origin::legacyId).collect(Collectors.joining("\n"));
        return new Place(part, number, Digest.text(keys));
    }

    String name() {
        return part + '#' + number;
    }
}

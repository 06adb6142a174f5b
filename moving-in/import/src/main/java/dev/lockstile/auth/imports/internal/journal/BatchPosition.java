package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a batch stands in the journal of its run.
 *
 * @param mark digest of the old keys in it: a batch of that number is done only if it still holds the same rows
 */
public record BatchPosition(String part, int number, String mark) {

    public static BatchPosition of(String part, int number, List<Origin> rows) {
        String keys = rows.stream().map(Origin::legacyId).collect(Collectors.joining("\n"));
        return new BatchPosition(part, number, ShortDigest.text(keys));
    }

    String name() {
        return part + '#' + number;
    }
}

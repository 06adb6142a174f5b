package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The position of a batch in the journal of its run.
 *
 * @param part the table, and the sweep over it
 * @param number from zero
 * @param mark digest of the source keys in the batch, by which a changed source is noticed
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

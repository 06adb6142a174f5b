package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.model.LegacyOrigin;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key by which the entity finds an old row. */
final class RowKey {

    private static final Pattern BYTES = Pattern.compile("[0-9a-fA-F]{32}");

    private RowKey() {}

    /**
     * The key that was read from the old id.
     *
     * @throws SourceUnusableException where all rows have keys of bytes, which a source gives as digits
     * @throws IllegalArgumentException for another id that is no key: that row alone stays out
     */
    static <K> K of(Optional<K> key, LegacyOrigin row) {
        return key.orElseThrow(() -> BYTES.matcher(row.legacyId()).matches()
                ? new SourceUnusableException(
                        "rows of " + row.entity() + " have UUIDs as bytes or without dashes, such as in"
                                + " BINARY(16), which an import in place does not find again: import into tables of their own,"
                                + " without --in-place")
                : new IllegalArgumentException("the old id of a row is no key that the entity can have"));
    }
}

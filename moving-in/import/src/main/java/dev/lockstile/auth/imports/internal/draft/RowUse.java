package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.source.SourceRow;
import java.util.Map;
import java.util.Set;

/**
 * What a mapping read of a row.
 *
 * @param row all cells that the source gave
 * @param read the columns that the mapping looked at, in lower case
 */
public record RowUse(SourceRow row, Set<String> read) {

    /** Of a row without cells. */
    public static final RowUse NONE = new RowUse(new SourceRow("", Map.of()), Set.of());
}

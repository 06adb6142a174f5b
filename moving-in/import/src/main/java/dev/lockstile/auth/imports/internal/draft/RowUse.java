package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.source.SourceRow;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a source row that a mapping read.
 *
 * @param row all cells from the source
 * @param read names of the columns that the mapping read, in lower case
 */
public record RowUse(SourceRow row, Set<String> read) {

    /** For a row without cells. */
    public static final RowUse NONE = new RowUse(new SourceRow("", Map.of()), Set.of());
}

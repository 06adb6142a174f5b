package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row to write.
 *
 * @param origin the source row
 * @param values in the order of the filled columns
 */
record PlannedRow(Origin origin, List<@Nullable Object> values) {}

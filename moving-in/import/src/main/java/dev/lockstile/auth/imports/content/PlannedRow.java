package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row to be written.
 *
 * @param origin the old row
 * @param values in the order of the filled columns
 */
record PlannedRow(Origin origin, List<@Nullable Object> values) {}

package dev.lockstile.auth.cutover.inplace;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import in place may change of one row, as it is.
 *
 * @param key of the row, as text
 * @param modifiedAt the row's time of change
 * @param values by attribute; null for none
 */
record RowState(String key, Instant modifiedAt, Map<String, @Nullable Object> values) {

    @Override
    public String toString() {
        return "RowState[" + key + ']';
    }
}

package dev.lockstile.auth.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's own columns of one row.
 *
 * @param owner the key of the user or profile
 */
record HostColumnsRow(Object owner, Map<String, @Nullable Object> values) {

    HostColumnsRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    HostColumnsRow with(Map<String, @Nullable Object> written) {
        Map<String, @Nullable Object> next = new LinkedHashMap<>(values);
        next.putAll(written);
        return new HostColumnsRow(owner, next);
    }
}

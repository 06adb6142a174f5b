package dev.lockstile.auth.imports.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A field of a row that is not here as it should be. It names the row and no value of it.
 *
 * @param entity the kind of row
 * @param legacyId the old key
 * @param field the column here; {@link #ROW} for the whole row
 * @param detail {@code missing here}, {@code only here}, {@code another value}, or what rule is broken
 */
public record Difference(String entity, String legacyId, String field, String detail) {

    /** In place of a field: the ledger says the row came, and it is not here. */
    public static final String ROW = "row";

    /** {@return the difference as one JSON object without a line break} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("entity", entity);
        all.put("legacy_id", legacyId);
        all.put("field", field);
        all.put("detail", detail);
        return JsonText.of(all);
    }
}

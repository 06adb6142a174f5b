package dev.lockstile.auth.imports.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that was not copied, with masked values.
 *
 * @param entity the kind of row
 * @param legacyId the old key
 * @param reason a stable word
 * @param field the source column; empty for the whole row
 * @param detail the masked value, or what to do
 */
public record QuarantineEntry(String entity, String legacyId, String reason, String field, String detail) {

    /** {@return the entry as one JSON object without a line break} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("entity", entity);
        all.put("legacy_id", legacyId);
        all.put("reason", reason);
        all.put("field", field);
        all.put("detail", detail);
        return JsonText.of(all);
    }
}

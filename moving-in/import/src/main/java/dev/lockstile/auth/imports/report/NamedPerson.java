package dev.lockstile.auth.imports.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A user to be listed by name, such as each user who is imported with rights. Unlike other parts of a report it
 * contains identifiers in plain text: it is passed to the watch, the report and the plan, but not stored in the host's
 * database.
 *
 * @param kind the reason, a stable word: {@code privileged}, {@code state_uncertain}, {@code closed_in_source},
 *     {@code temporary_password}, {@code username_replaced}, {@code second_factor_locked}, {@code second_factor_lost}
 * @param entity the kind of row
 * @param legacyId the old key
 * @param detail details, such as the rights
 * @param names the old row's identifiers, by column
 */
public record NamedPerson(String kind, String entity, String legacyId, String detail, Map<String, String> names) {

    /**
     * Copies the names.
     *
     * @param kind the reason, a stable word
     * @param entity the kind of row
     * @param legacyId the old key
     * @param detail details
     * @param names the old row's identifiers, by column
     */
    public NamedPerson {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /**
     * {@return a copy with these names}
     *
     * @param others replace the former ones
     */
    public NamedPerson called(Map<String, String> others) {
        return new NamedPerson(kind, entity, legacyId, detail, others);
    }

    /** {@return the user as one JSON object without a line break} */
    public String toJson() {
        return JsonText.of(toMap());
    }

    Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", kind);
        all.put("entity", entity);
        all.put("legacy_id", legacyId);
        all.put("detail", detail);
        all.put("names", names);
        return all;
    }
}

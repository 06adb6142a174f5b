package dev.lockstile.auth.imports.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A person whom the mover has to know by name, such as each person who comes over with rights. Unlike all else in a
 * report it holds sign-in names in clear: it is told to the watch and stands in the report and the plan, and is not
 * kept in the host's database.
 *
 * @param kind why, a stable word: {@code privileged}, {@code state_uncertain}, {@code closed_in_source},
 *     {@code temporary_password}, {@code username_replaced},
 *     {@code second_factor_locked}, {@code second_factor_lost}
 * @param entity the kind of row
 * @param legacyId the old key
 * @param detail what it is about, such as the rights
 * @param names the old row's identifiers, by column
 */
public record NamedPerson(String kind, String entity, String legacyId, String detail, Map<String, String> names) {

    /**
     * Copies the names.
     *
     * @param kind why, a stable word
     * @param entity the kind of row
     * @param legacyId the old key
     * @param detail what it is about
     * @param names the old row's identifiers, by column
     */
    public NamedPerson {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /**
     * {@return a copy with these names}
     *
     * @param others in place of those before
     */
    public NamedPerson called(Map<String, String> others) {
        return new NamedPerson(kind, entity, legacyId, detail, others);
    }

    /** {@return the person as one JSON object without a line break} */
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

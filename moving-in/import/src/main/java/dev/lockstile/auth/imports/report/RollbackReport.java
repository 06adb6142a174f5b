package dev.lockstile.auth.imports.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The result of a rollback. By kind of rows, how many were {@code removed} or {@code restored} to the values before an
 * update, and how many were kept, by reason: {@code used_since} (signed in or changed since the import),
 * {@code owner_kept}, {@code existed_before}, {@code referred_to} (rows of the host refer to it), {@code password_kept}
 * (restored except for the password, whose former hash was not stored), {@code identifier_taken} (by another account
 * meanwhile), {@code sealed} (the former values are encrypted with another key), {@code image_expired} (updated, and
 * the former values are no longer stored). After {@code identifier_taken} and {@code sealed} the rollback can be
 * repeated.
 *
 * @param runId the run that was undone
 * @param entities counts by outcome, by kind of rows
 */
public record RollbackReport(String runId, Map<String, Map<String, Long>> entities) {

    private static final String REMOVED = "removed";
    private static final String RESTORED = "restored";

    /**
     * Copies the maps.
     *
     * @param runId the run that was undone
     * @param entities counts by outcome, by kind of rows
     */
    public RollbackReport {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        entities.forEach((name, counts) -> all.put(name, Collections.unmodifiableMap(new TreeMap<>(counts))));
        entities = Collections.unmodifiableMap(all);
    }

    /**
     * {@return how many rows of a kind were removed}
     *
     * @param entity the kind of rows
     */
    public long removed(String entity) {
        return entities.getOrDefault(entity, Map.of()).getOrDefault(REMOVED, 0L);
    }

    /**
     * {@return how many rows of a kind were restored to their values before the run}
     *
     * @param entity the kind of rows
     */
    public long restored(String entity) {
        return entities.getOrDefault(entity, Map.of()).getOrDefault(RESTORED, 0L);
    }

    /** {@return true when all rows of the run were removed or restored} */
    public boolean isWhole() {
        return entities.values().stream()
                .allMatch(counts -> Set.of(REMOVED, RESTORED).containsAll(counts.keySet()));
    }

    /** {@return the report as a JSON object} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("run_id", runId);
        all.put("entities", entities);
        return JsonText.of(all);
    }
}

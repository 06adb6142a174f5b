package dev.lockstile.auth.migrate.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a comparison of a source with what came of it found. It holds counts and checksums and no values.
 *
 * @param runId the latest finished run; empty when there is none
 * @param entities by the kind of row
 * @param missing how many rows that runs brought in have no entry in the ledger any more, by the kind of row
 */
public record VerifyReport(String runId, Map<String, VerifiedRows> entities, Map<String, Long> missing) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public VerifyReport {
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    }

    /** The rows of a kind; none where the source has no such rows. */
    public VerifiedRows rows(String entity) {
        return entities.getOrDefault(entity, new VerifiedRows(Map.of(), Map.of(), Map.of()));
    }

    /** How many rows of all kinds ended so. */
    public long in(String outcome) {
        return entities.values().stream().mapToLong(rows -> rows.in(outcome)).sum();
    }

    /** Over all fields of all rows. */
    public Checksums checksums() {
        return entities.values().stream().map(VerifiedRows::checksums).reduce(Checksums.NONE, Checksums::plus);
    }

    /** True when nothing that should be equal differs, and nothing is missing. */
    public boolean isClean() {
        return missing.isEmpty() && entities.values().stream().allMatch(VerifiedRows::isClean);
    }

    /** As it stands under {@code verified} in a report. */
    public Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("clean", isClean());
        put(all, checksums());
        Map<String, Object> rows = new LinkedHashMap<>();
        entities.forEach((name, found) -> rows.put(name, map(found)));
        all.put("entities", rows);
        all.put("missing", missing);
        return all;
    }

    /**
     * The report of a run with what was found in it under {@code verified}.
     *
     * @param report JSON
     */
    public String within(String report) {
        Map<String, Object> all = MAPPER.readValue(report, new TypeReference<LinkedHashMap<String, Object>>() {});
        all.put("verified", toMap());
        return JsonText.of(all);
    }

    private static Map<String, Object> map(VerifiedRows rows) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("read", rows.read());
        one.putAll(rows.outcomes());
        one.put("differing", rows.differing());
        put(one, rows.checksums());
        Map<String, Object> fields = new LinkedHashMap<>();
        rows.fields().forEach((field, sums) -> {
            Map<String, Object> both = new LinkedHashMap<>();
            put(both, sums);
            fields.put(field, both);
        });
        one.put("fields", fields);
        return one;
    }

    /** As text: no reader of JSON may round them. */
    private static void put(Map<String, Object> into, Checksums sums) {
        into.put("checksum_there", Long.toHexString(sums.there()));
        into.put("checksum_here", Long.toHexString(sums.here()));
    }
}

package dev.lockstile.auth.imports.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of the comparison of a source with its imported rows: counts and checksums, without values.
 *
 * @param system the old system's name in the ledger
 * @param runId the latest finished run; empty when there is none
 * @param arrived number of rows of all kinds that runs have imported and that were not rolled back
 * @param entities the results by kind of row
 * @param missing number of imported rows whose ledger entry is missing, by kind of row
 * @param hashes number of wrapped hashes that were compared and recomputed
 */
public record VerifyReport(
        String system,
        String runId,
        long arrived,
        Map<String, VerifiedRows> entities,
        Map<String, Long> missing,
        WrappedHashes hashes) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Copies the map.
     *
     * @param system the old system's name in the ledger
     * @param runId the latest finished run
     * @param arrived number of rows of all kinds that runs have imported and that were not rolled back
     * @param entities the results by kind of row
     * @param missing number of imported rows whose ledger entry is missing, by kind of row
     * @param hashes how many wrapped hashes were compared
     */
    public VerifyReport {
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    }

    /**
     * {@return the rows of a kind; none where the source has no such rows}
     *
     * @param entity the kind of rows
     */
    public VerifiedRows rows(String entity) {
        return entities.getOrDefault(entity, new VerifiedRows(Map.of(), Map.of(), Map.of()));
    }

    /**
     * {@return the number of rows of all kinds with that result}
     *
     * @param outcome as in {@link VerifiedRows}
     */
    public long in(String outcome) {
        return entities.values().stream().mapToLong(rows -> rows.in(outcome)).sum();
    }

    /** {@return the checksums over all fields of all rows} */
    public VerifiedRows.Checksums checksums() {
        return entities.values().stream()
                .map(VerifiedRows::checksums)
                .reduce(VerifiedRows.Checksums.NONE, VerifiedRows.Checksums::plus);
    }

    /** {@return true when a run has finished} */
    public boolean isFinished() {
        return !runId.isEmpty();
    }

    /**
     * {@return true when rows of the source were found to be imported} When false, the source is another one or empty,
     * or no row was ever imported.
     */
    public boolean isCompared() {
        return entities.values().stream().anyMatch(VerifiedRows::isCompared);
    }

    /**
     * {@return true when no row differs unexpectedly and none is missing; false before a run has finished, and when
     * rows were imported but none was compared}
     */
    public boolean isClean() {
        return isFinished()
                && (isCompared() || arrived == 0)
                && missing.isEmpty()
                && entities.values().stream().allMatch(VerifiedRows::isClean);
    }

    /** {@return the comparison in the form of {@code verified} in a report} */
    public Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("clean", isClean());
        all.put("compared", isCompared());
        put(all, checksums());
        Map<String, Object> rows = new LinkedHashMap<>();
        entities.forEach((name, found) -> rows.put(name, map(found)));
        all.put("entities", rows);
        all.put("missing", missing);
        all.put(
                "wrapped_hashes",
                new TreeMap<>(Map.of("compared", hashes.compared(), "recomputed", hashes.recomputed())));
        return all;
    }

    /**
     * Adds the comparison to the report of a run, as {@code verified}.
     *
     * @param report the report as JSON
     * @return the report with the comparison, as JSON
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
    private static void put(Map<String, Object> into, VerifiedRows.Checksums sums) {
        into.put("checksum_source", Long.toHexString(sums.source()));
        into.put("checksum_target", Long.toHexString(sums.target()));
    }

    /**
     * The comparison of wrapped weak hashes.
     *
     * @param compared number of hashes compared by format and salt
     * @param recomputed number of hashes in an even sample of these that were recomputed from the old hash, which
     *     costs as much as a sign-in each
     */
    public record WrappedHashes(long compared, long recomputed) {

        /** None. */
        public static final WrappedHashes NONE = new WrappedHashes(0, 0);
    }

    /**
     * A field of a row that differs in the target. It names the row without its values.
     *
     * @param entity the kind of row
     * @param legacyId the old key
     * @param field the column of the target; {@link #ROW} for the whole row
     * @param detail {@code missing here}, {@code only here}, {@code another value}, or the violated rule
     */
    public record Difference(String entity, String legacyId, String field, String detail) {

        /** In place of a field: the ledger has an entry for the row, but the target does not have the row. */
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
}

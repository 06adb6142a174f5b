package dev.lockstile.auth.imports.plan;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.secret.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result that an import would have, to be agreed on before the import is run. It has counts and masked values, and
 * the names of those whom the operator has to know.
 *
 * @param preset the name of the preset
 * @param options the options on which the result depends, as JSON; batch size and workers are not among them
 * @param fingerprint digest of all rows of users in the source, and of the rows that belong to them
 * @param counts for each kind of row, how many rows get which state, and why, as JSON
 * @param sample some users, masked
 * @param named people whom the operator has to know by name, by kind
 */
public record ImportPlan(
        String preset,
        String options,
        String fingerprint,
        String counts,
        List<Map<String, Object>> sample,
        Map<String, ImportReport.NamedPeople> named) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int VERSION = 1;

    static String options(ImportOptions options, String content) {
        Map<String, Object> all = new TreeMap<>();
        all.put("default_region", String.valueOf(options.defaultRegion()));
        all.put("system", String.valueOf(options.system()));
        all.put(
                "duplicates",
                options.duplicates() == null
                        ? "by preset"
                        : options.duplicates().text());
        all.put("updates", options.updates().text());
        if (!options.reading().sample().isWhole()) {
            all.put("sample", options.reading().sample().text());
        }
        if (options.keepIds()) {
            all.put("keep_ids", true);
        }
        all.put("roles", options.reading().roles());
        all.put("only_live", options.reading().onlyLive());
        if (!options.trusted().isEmpty()) {
            all.put(
                    "trusted",
                    options.trusted().stream().map(Enum::name).sorted().toList());
        }
        if (!options.reading().columns().isEmpty()) {
            Map<String, String> columns = new TreeMap<>();
            options.reading().columns().forEach((name, meaning) -> columns.put(name, meaning.text()));
            all.put("columns", columns);
        }
        all.put("content", content);
        return JsonText.of(all);
    }

    /**
     * Returns all counts by which two results differ for a reader of the report. Kinds of rows that are never imported,
     * such as codes and sessions, are left out, since their numbers change by the minute while the source is in use.
     */
    static String counts(ImportReport report) {
        Map<String, Object> all = new TreeMap<>();
        Set<String> passing = new TreeSet<>();
        report.entities().forEach((entity, counts) -> {
            if (counts.read() == counts.in(State.SKIPPED) && counts.added() == 0) {
                passing.addAll(counts.byReason().keySet());
            } else {
                all.put(entity, counts(counts));
            }
        });
        Map<String, Long> warnings = new TreeMap<>(report.warnings());
        warnings.keySet().removeAll(passing);
        all.put("warnings", warnings);
        all.put("hash_formats", report.hashFormats());
        all.put("social_providers", report.socialProviders());
        Map<String, Long> people = new TreeMap<>();
        report.named().forEach((kind, found) -> people.put(kind, found.count()));
        all.put("named", people);
        all.put("proofs", new TreeMap<>(report.proofs()));
        return JsonText.of(all);
    }

    private static Map<String, Object> counts(ImportReport.EntityCounts counts) {
        Map<String, Object> one = new TreeMap<>();
        counts.states().forEach((state, rows) -> one.put(state.text(), rows));
        one.put("added", counts.added());
        one.put("by_reason", counts.byReason());
        return one;
    }

    /** {@return the plan as a JSON object, with a digest of itself} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", VERSION);
        all.put("preset", preset);
        all.put("options", MAPPER.readValue(options, TreeMap.class));
        all.put("source_fingerprint", fingerprint);
        all.put("counts", MAPPER.readValue(counts, TreeMap.class));
        all.put("sample", sample);
        Map<String, Object> people = new LinkedHashMap<>();
        named.forEach((kind, found) -> people.put(kind, found.toMap()));
        all.put("named", people);
        all.put("digest", digest());
        return JsonText.of(all);
    }

    /**
     * {@return the plan in a text}
     *
     * @param json as {@link #toJson()} made it
     * @throws IllegalArgumentException when the text is not a plan, or was changed by hand
     */
    public static ImportPlan read(String json) {
        try {
            JsonNode all = MAPPER.readTree(json);
            if (!all.path("options").isObject() || !all.path("counts").isObject()) {
                throw new IllegalArgumentException("not a plan of an import");
            }
            ImportPlan plan = new ImportPlan(
                    all.path("preset").asString(),
                    JsonText.of(MAPPER.convertValue(all.path("options"), TreeMap.class)),
                    all.path("source_fingerprint").asString(),
                    sorted(all.path("counts")),
                    List.of(),
                    Map.of());
            if (all.path("version").asInt() != VERSION
                    || !plan.digest().equals(all.path("digest").asString())) {
                throw new IllegalArgumentException("the plan was changed after it was made, or is of another version");
            }
            return plan;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a plan of an import", e);
        }
    }

    private static String sorted(JsonNode counts) {
        return JsonText.of(sort(MAPPER.convertValue(counts, Map.class)));
    }

    private static Object sort(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put(String.valueOf(key), sort(member)));
            return sorted;
        }
        return value;
    }

    /** Returns a digest of everything to which a run is held; the sample and the names are for the operator. */
    private String digest() {
        Sha256 digest = new Sha256();
        List.of(preset, options, fingerprint, counts).forEach(digest::add);
        return digest.hex();
    }

    /** Thrown when a run would not have the result of the plan; nothing was written. */
    public static final class MovedException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        MovedException(List<String> moved) {
            super("not what was planned: " + String.join("; ", moved) + ". Make a new plan.");
        }
    }
}

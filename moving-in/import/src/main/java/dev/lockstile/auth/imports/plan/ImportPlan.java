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
 * What an import would do, to be agreed upon and then done. Holds counts and masked values, and the names of those whom
 * the mover has to know.
 *
 * @param preset how rows are read
 * @param options what the outcome depends on; batch size and workers are not among it
 * @param fingerprint digest of all rows of people in the source, and of what belongs to them
 * @param counts per kind of row: how many would end in which state, and why
 * @param sample some people, masked
 * @param named whom the mover has to know by name, by kind
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
     * Everything by which a reader of the report tells two outcomes apart. Kinds of rows of which none is taken over,
     * such as codes and sessions, are not among it: they come and go by the minute in a system that is in use.
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
     * {@return the plan that a text holds}
     *
     * @param json as {@link #toJson()} made it
     * @throws IllegalArgumentException when the text is none, or was changed by hand
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

    /** Of all that a run is held to; the sample and the names are for people. */
    private String digest() {
        Sha256 digest = new Sha256();
        List.of(preset, options, fingerprint, counts).forEach(digest::add);
        return digest.hex();
    }

    /** What a plan was made of is not as it was: nothing was written. */
    public static final class MovedException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        MovedException(List<String> moved) {
            super("not what was planned: " + String.join("; ", moved) + ". Make a new plan.");
        }
    }
}

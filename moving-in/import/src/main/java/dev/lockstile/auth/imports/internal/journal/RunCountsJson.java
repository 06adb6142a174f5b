package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counts of a batch in the journal of its run, as JSON. The quarantined rows are in a table of their own. People to
 * be named are stored by their source keys alone.
 */
public final class RunCountsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunCountsJson() {}

    /** @param mark digest of the source keys in the batch */
    static String write(RunCounts runCounts, String mark) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("mark", mark);
        Map<String, Object> states = new LinkedHashMap<>();
        runCounts.states().forEach((entity, counts) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            counts.forEach((state, rows) -> one.put(state.text(), rows));
            states.put(entity, one);
        });
        all.put("states", states);
        all.put("reasons", runCounts.reasons());
        all.put("added", runCounts.addedRows());
        all.put("warnings", runCounts.warnings());
        all.put("hash_formats", runCounts.hashFormats());
        all.put("social_providers", runCounts.socialProviders());
        all.put(
                "named",
                runCounts.named().stream()
                        .map(person -> List.of(person.kind(), person.entity(), person.legacyId(), person.detail()))
                        .toList());
        all.put("proofs", runCounts.proofs());
        return JsonText.of(all);
    }

    static String mark(String text) {
        return MAPPER.readTree(text).path("mark").asString("");
    }

    public static RunCounts read(String text) {
        JsonNode all = MAPPER.readTree(text);
        RunCounts runCounts = new RunCounts();
        all.path("states")
                .forEachEntry((entity, counts) -> counts.forEachEntry((state, rows) ->
                        runCounts.count(entity, State.valueOf(state.toUpperCase(Locale.ROOT)), "", rows.longValue())));
        all.path("reasons")
                .forEachEntry((entity, counts) ->
                        counts.forEachEntry((reason, rows) -> runCounts.reason(entity, reason, rows.longValue())));
        all.path("added").forEachEntry((entity, rows) -> runCounts.added(entity, rows.longValue()));
        all.path("warnings").forEachEntry((reason, times) -> runCounts.warn(reason, times.longValue()));
        all.path("hash_formats").forEachEntry((format, people) -> runCounts.hashFormat(format, people.longValue()));
        all.path("social_providers")
                .forEachEntry((provider, accounts) -> runCounts.socialProvider(provider, accounts.longValue()));
        all.path("named")
                .forEach(person -> runCounts.name(new NamedPerson(
                        person.path(0).asString(""),
                        person.path(1).asString(""),
                        person.path(2).asString(""),
                        person.path(3).asString(""),
                        Map.of())));
        all.path("proofs").forEachEntry((name, identifiers) -> runCounts.proof(name, identifiers.longValue()));
        return runCounts;
    }
}

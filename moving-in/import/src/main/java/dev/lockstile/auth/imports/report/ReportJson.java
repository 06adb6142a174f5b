package dev.lockstile.auth.imports.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The report's JSON form; the names are part of the contract. */
final class ReportJson {

    private ReportJson() {}

    static String write(ImportReport report) {
        ImportReport.RunFacts run = report.run();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("run_id", run.runId());
        all.put("preset", run.preset());
        all.put("system", run.system());
        all.put("source", run.source());
        all.put("started_at", run.startedAt());
        all.put("finished_at", run.finishedAt());
        all.put("dry_run", run.dryRun());
        all.putAll(counts(report.people()));
        all.put("entities", entities(report));
        all.put("warnings", report.warnings());
        all.put("hash_formats", report.hashFormats());
        all.put("social_providers", report.socialProviders());
        all.put("proofs", report.proofs());
        all.put("columns_not_imported", report.columnsNotCarried());
        all.put("columns", report.columns());
        Map<String, Object> named = new LinkedHashMap<>();
        report.named().forEach((kind, people) -> named.put(kind, people.toMap()));
        all.put("named", named);
        all.put("rows_per_second", report.rowsPerSecond());
        all.put("verified", report.verified());
        return JsonText.of(all);
    }

    private static Map<String, Object> entities(ImportReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        report.entities().forEach((name, counts) -> {
            Map<String, Object> one = counts(counts);
            one.put("added", counts.added());
            all.put(name, one);
        });
        return all;
    }

    private static Map<String, Object> counts(ImportReport.EntityCounts counts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("read", counts.read());
        for (State state : State.values()) {
            all.put(state.text(), counts.in(state));
        }
        all.put("by_reason", counts.byReason());
        return all;
    }
}

package dev.lockstile.auth.imports.history;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.imports.report.ImportReport.EntityCounts;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest import runs as a list of the administration's pages, with what a run that goes on has done so far. */
public final class ImportRunList {

    private static final int FEW = 50;
    private static final List<String> COLUMNS =
            List.of("runId", "sourceSystem", "preset", "status", "rowsRead", "rowsQuarantined", "startedAt", "endedAt");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ImportRunList() {}

    /**
     * {@return the newest 50 runs} Each call reads the journal anew, in transactions of its own: of a run that is over
     * its report, of another one its batches.
     *
     * @param store the host's store
     */
    public static AdminLists.Page newest(AuthStore store) {
        ImportHistory history = new ImportHistory(store);
        return new AdminLists.Page(
                COLUMNS,
                history.latest(FEW).stream().map(run -> row(history, run)).toList(),
                null);
    }

    private static Map<String, @Nullable Object> row(ImportHistory history, ImportRunRow run) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("runId", run.runId());
        row.put("sourceSystem", run.system());
        row.put("preset", run.preset());
        row.put("status", run.state());
        row.put("startedAt", run.startedAt());
        row.put("endedAt", run.finishedAt());
        String report = run.report();
        if (report == null) {
            Map<String, EntityCounts> done = history.done(run.runId());
            row.put("rowsRead", sum(done, null));
            row.put("rowsQuarantined", sum(done, State.QUARANTINED));
        } else {
            JsonNode entities = MAPPER.readTree(report).path("entities");
            row.put("rowsRead", sum(entities, "read"));
            row.put("rowsQuarantined", sum(entities, State.QUARANTINED.text()));
        }
        return row;
    }

    /** @param state null for all that were read */
    private static long sum(Map<String, EntityCounts> done, @Nullable State state) {
        return done.values().stream()
                .mapToLong(counts -> state == null ? counts.read() : counts.in(state))
                .sum();
    }

    private static long sum(JsonNode entities, String name) {
        return entities.valueStream()
                .mapToLong(counts -> counts.path(name).asLong(0))
                .sum();
    }
}

package dev.lockstile.auth.imports.history;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.report.ImportReport.EntityCounts;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists the newest import runs for the administration's pages, with the counts so far of a run that has not finished.
 */
public final class ImportRunList {

    private static final int MOST_RUNS = 50;
    private static final String EXPECTED_END = "expectedEnd";
    private static final String SHARE = "peopleShare";
    private static final List<String> COLUMNS = List.of(
            "runId",
            "sourceSystem",
            "preset",
            "status",
            "rowsRead",
            "rowsQuarantined",
            "startedAt",
            EXPECTED_END,
            "endedAt",
            SHARE);

    /** The key of a text that the pages show in the language of the reader. */
    private static final String NOT_KNOWN_YET = "NOT_KNOWN_YET";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ImportRunList() {}

    /**
     * {@return the newest 50 runs} Each call reads the journal anew, in transactions of its own: the report of a
     * finished run, and the batches of any other one.
     *
     * @param store the host's store
     */
    public static AdminLists.Page newest(AuthStore store) {
        return newest(store, Clock.systemUTC());
    }

    /**
     * {@return the newest 50 runs, by another clock} For a running one, {@code expectedEnd} is when its people will
     * have been read at the rate so far. It is {@code NOT_KNOWN_YET} in the first half minute, before a hundredth of
     * them was read, for a sample, and where the source does not count them. The rows that follow the people are not
     * included. {@code peopleShare} is the percentage of the people that was read, where the source counts them.
     *
     * @param store the host's store
     * @param clock gives the present time
     */
    public static AdminLists.Page newest(AuthStore store, Clock clock) {
        ImportHistory history = new ImportHistory(store);
        return new AdminLists.Page(
                COLUMNS,
                history.latest(MOST_RUNS).stream()
                        .map(run -> row(history, run, clock.instant()))
                        .toList(),
                null);
    }

    private static Map<String, @Nullable Object> row(ImportHistory history, ImportRunRow run, Instant now) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("runId", run.runId());
        row.put("sourceSystem", run.system());
        row.put("preset", run.preset());
        row.put("status", run.state());
        row.put("startedAt", run.startedAt());
        row.put(EXPECTED_END, null);
        row.put("endedAt", run.finishedAt());
        row.put(SHARE, null);
        String report = run.report();
        if (report == null) {
            ImportHistory.Progress progress = history.progress(run.runId());
            Map<String, EntityCounts> done = progress.counts().entities();
            row.put(EXPECTED_END, run.state().equals(RunState.RUNNING.text()) ? end(progress, done, now) : null);
            row.put(SHARE, progress.start().flatMap(start -> start.share(done)).orElse(null));
            row.put("rowsRead", sum(done, null));
            row.put("rowsQuarantined", sum(done, State.QUARANTINED));
        } else {
            JsonNode entities = MAPPER.readTree(report).path("entities");
            row.put("rowsRead", sum(entities, "read"));
            row.put("rowsQuarantined", sum(entities, State.QUARANTINED.text()));
        }
        return row;
    }

    private static Object end(ImportHistory.Progress progress, Map<String, EntityCounts> done, Instant now) {
        Optional<Instant> end = progress.start().flatMap(start -> start.end(done, now));
        return end.isPresent() ? end.get() : NOT_KNOWN_YET;
    }

    /** @param state null for all rows that were read */
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

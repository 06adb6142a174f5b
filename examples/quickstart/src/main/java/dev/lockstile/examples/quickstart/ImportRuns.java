package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest imports, as the administration lists them. */
final class ImportRuns {

    private static final int FEW = 50;
    private static final List<String> COLUMNS =
            List.of("runId", "sourceSystem", "preset", "status", "startedAt", "endedAt");

    private ImportRuns() {}

    static AdminLists.Page newest(AuthStore store) {
        List<ImportRunRow> runs = store.read(tx -> ImportTx.in(tx).runs().runs(FEW));
        return new AdminLists.Page(COLUMNS, runs.stream().map(ImportRuns::row).toList(), null);
    }

    private static Map<String, @Nullable Object> row(ImportRunRow run) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("runId", run.runId());
        row.put("sourceSystem", run.system());
        row.put("preset", run.preset());
        row.put("status", run.state());
        row.put("startedAt", run.startedAt());
        row.put("endedAt", run.finishedAt());
        return row;
    }
}

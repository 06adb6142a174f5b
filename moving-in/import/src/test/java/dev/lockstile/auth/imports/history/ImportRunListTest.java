package dev.lockstile.auth.imports.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Imports as the administration lists them. */
final class ImportRunListTest {

    private final JpaHost host = JpaHost.onH2();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_run_that_is_over_tells_the_rows_of_its_report() {
        SmallLegacy old = new SmallLegacy();
        old.user(1).user(2).profile(2, 2);
        new Importing(host.store()).run(old.source());
        AdminLists.Page page = ImportRunList.newest(host.store());
        assertThat(page.rows()).hasSize(1);
        assertThat(page.rows().get(0))
                .containsEntry("status", "finished")
                .containsEntry("rowsRead", 3L)
                .containsEntry("rowsQuarantined", 0L)
                .containsKeys("endedAt");
        assertThat(page.columns()).containsAll(page.rows().get(0).keySet());
    }

    @Test
    void a_run_that_goes_on_tells_the_rows_of_its_batches() {
        Instant began = Instant.parse("2026-05-01T10:00:00Z");
        host.store().alone(tx -> {
            RunJournalStore runs = ImportTx.in(tx).runs();
            runs.open(new ImportRunRow("r2", "old", "django", "jdbc", "{}", "running", began, null, null));
            runs.done("r2", new ImportChunk("users", 0, batch(500, 0)));
            runs.done("r2", new ImportChunk("users", 1, batch(498, 2)));
            return true;
        });
        assertThat(ImportRunList.newest(host.store()).rows().get(0))
                .containsEntry("status", "running")
                .containsEntry("rowsRead", 1000L)
                .containsEntry("rowsQuarantined", 2L)
                .containsEntry("endedAt", null);
    }

    private static String batch(int created, int quarantined) {
        return "{\"states\":{\"users\":{\"created\":" + created + ",\"quarantined\":" + quarantined + "}}}";
    }
}

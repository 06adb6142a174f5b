package dev.lockstile.auth.imports.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.imports.internal.journal.CopyStart;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Imports as the administration lists them. */
final class ImportRunListTest {

    private static final String NOT_KNOWN_YET = "NOT_KNOWN_YET";

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

    @Test
    void a_run_that_goes_on_tells_when_it_may_end_by_the_rate_since_it_began_or_went_on() {
        Instant began = Instant.parse("2026-05-01T10:00:00Z");
        run("r3", "running", began);
        assertThat(expectedEnd(began.plusSeconds(600))).as("it reads the keys").isEqualTo(NOT_KNOWN_YET);
        note(0, began.plusSeconds(600), 10_000, 0);
        assertThat(expectedEnd(began.plusSeconds(700))).as("nothing is read").isEqualTo(NOT_KNOWN_YET);
        done(0, batch(98, 1));
        assertThat(expectedEnd(began.plusSeconds(700)))
                .as("less than a hundredth")
                .isEqualTo(NOT_KNOWN_YET);
        done(1, batch(900, 1));
        assertThat(expectedEnd(began.plusSeconds(629))).as("half a minute").isEqualTo(NOT_KNOWN_YET);
        assertThat(expectedEnd(began.plusSeconds(700))).isEqualTo(began.plusSeconds(700 + 900));
        assertThat(ImportRunList.newest(host.store()).rows().get(0)).containsEntry("peopleShare", 10L);
        note(1, began.plusSeconds(9000), 10_000, 1000);
        assertThat(expectedEnd(began.plusSeconds(9100))).as("after a break").isEqualTo(NOT_KNOWN_YET);
        done(2, batch(1000, 0));
        assertThat(expectedEnd(began.plusSeconds(9100))).isEqualTo(began.plusSeconds(9100 + 800));
        note(2, began.plusSeconds(9100), -1, 2000);
        assertThat(expectedEnd(began.plusSeconds(20_000))).as("not counted").isEqualTo(NOT_KNOWN_YET);
        assertThat(ImportRunList.newest(host.store()).rows().get(0)).containsEntry("peopleShare", null);
        assertThat(ImportRunList.newest(host.store()).rows().get(0)).containsEntry("rowsRead", 2000L);
    }

    @Test
    void a_run_that_does_not_go_on_has_no_end_to_expect() {
        Instant began = Instant.parse("2026-05-01T10:00:00Z");
        run("r3", "failed", began);
        note(0, began, 10, 0);
        done(0, batch(5, 0));
        assertThat(expectedEnd(began.plusSeconds(100))).isNull();
    }

    @Test
    void each_start_of_an_import_notes_how_many_people_it_expects() {
        SmallLegacy old = new SmallLegacy();
        old.user(1).user(2).profile(2, 2);
        new Importing(host.store()).run(old.source());
        String run = (String) ImportRunList.newest(host.store()).rows().get(0).get("runId");
        assertThat(CopyStart.latest(
                        host.store().read(tx -> ImportTx.in(tx).runs().chunks(run))))
                .hasValueSatisfying(start -> {
                    assertThat(start.expected()).isEqualTo(2);
                    assertThat(start.done()).isZero();
                    assertThat(start.people()).containsExactly("users");
                });
    }

    private Object expectedEnd(Instant now) {
        return ImportRunList.newest(host.store(), Clock.fixed(now, ZoneOffset.UTC))
                .rows()
                .get(0)
                .get("expectedEnd");
    }

    private void run(String id, String state, Instant began) {
        host.store().alone(tx -> {
            ImportTx.in(tx).runs().open(new ImportRunRow(id, "old", "django", "jdbc", "{}", state, began, null, null));
            return true;
        });
    }

    private void note(int number, Instant at, long expected, long done) {
        chunk(
                "copying",
                number,
                "{\"at\":\"" + at + "\",\"expected\":" + expected + ",\"done\":" + done + ",\"people\":[\"users\"]}");
    }

    private void done(int number, String counts) {
        chunk("users", number, counts);
    }

    private void chunk(String part, int number, String text) {
        host.store().alone(tx -> {
            ImportTx.in(tx).runs().done("r3", new ImportChunk(part, number, text));
            return true;
        });
    }

    private static String batch(int created, int quarantined) {
        return "{\"states\":{\"users\":{\"created\":" + created + ",\"quarantined\":" + quarantined + "}}}";
    }
}

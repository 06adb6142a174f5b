package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.journal.BatchPosition;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunJournal;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the rows of a page, their ledger entries and the counts of the page in one transaction; where the database
 * refuses that, row by row, so that a faulty row is found and the others come.
 */
final class ContentBatch {

    private final ContentTarget target;
    private final ContentPlanner planner;
    private final RowWriter writer;
    private final Ledger ledger;
    private final boolean dryRun;

    ContentBatch(ContentTarget target, ContentPlanner planner, RowWriter writer, Ledger ledger, boolean dryRun) {
        this.target = target;
        this.planner = planner;
        this.writer = writer;
        this.ledger = ledger;
        this.dryRun = dryRun;
    }

    RunCounts bring(List<ContentRow> page, BatchPosition place, RunJournal journal) {
        RunCounts counts = new RunCounts();
        List<PlannedRow> rows = planner.plan(page, ledger, counts);
        RunCounts whole = new RunCounts();
        whole.add(counts);
        rows.forEach(row -> whole.count(planner.entity(), State.CREATED));
        if (write(rows, (tx, now) -> journal.note(tx, place, whole)).isEmpty()) {
            return whole;
        }
        rows.forEach(row -> alone(row, counts));
        write(List.of(), (tx, now) -> journal.note(tx, place, counts));
        return counts;
    }

    private void alone(PlannedRow row, RunCounts counts) {
        Optional<RuntimeException> refusal = write(List.of(row), (tx, now) -> {});
        if (refusal.isEmpty()) {
            counts.count(planner.entity(), State.CREATED);
        } else if (isHere(row)) {
            counts.count(planner.entity(), State.UNCHANGED);
        } else {
            // The kind of refusal alone: a message of the database may quote the row.
            counts.quarantine(
                    row.origin(),
                    new Finding(
                            QuarantineReason.STORE_REFUSED.code(),
                            "",
                            refusal.get().getClass().getSimpleName()));
        }
    }

    /** Another run may have brought it meanwhile. */
    private boolean isHere(PlannedRow row) {
        String key = row.origin().keyIn(ledger);
        return target.store().read(tx -> tx.legacy().byKeys(List.of(key))).containsKey(key);
    }

    /** All of the rows or none; the refusal, if any. */
    private Optional<RuntimeException> write(List<PlannedRow> rows, BiConsumer<AuthTx, Instant> more) {
        Instant now = target.clock().instant();
        try {
            target.store().alone(tx -> {
                List<KeyedLegacyLink> links = new ArrayList<>();
                target.rows().use(connection -> links.addAll(writer.write(connection, rows, ledger)));
                ImportTx.in(tx).ledger().insertAll(links, now);
                more.accept(tx, now);
                if (dryRun) {
                    throw new DryRunOver();
                }
                return true;
            });
            return Optional.empty();
        } catch (DryRunOver e) {
            return Optional.empty();
        } catch (StoreUnavailableException | SourceUnusableException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Takes back what a dry run has tried. */
    private static final class DryRunOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DryRunOver() {
            super(null, null, false, false);
        }
    }
}

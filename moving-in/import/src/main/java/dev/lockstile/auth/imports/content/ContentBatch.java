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
 * Writes the rows of a page, their ledger entries and the counts of the page in one transaction. Where the database
 * refuses that, writes row by row, so that only faulty rows are left out.
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

    RunCounts importPage(List<ContentRow> page, BatchPosition place, RunJournal journal) {
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
        } else if (isInLedger(row)) {
            counts.count(planner.entity(), State.UNCHANGED);
        } else {
            // The class of the exception alone, since a message of the database may quote the row.
            counts.quarantine(
                    row.origin(),
                    new Finding(
                            QuarantineReason.STORE_REFUSED.code(),
                            "",
                            refusal.get().getClass().getSimpleName()));
        }
    }

    /** Returns true when another run has written the row meanwhile. */
    private boolean isInLedger(PlannedRow row) {
        String key = row.origin().keyIn(ledger);
        return target.store().read(tx -> tx.legacy().byKeys(List.of(key))).containsKey(key);
    }

    /** Writes all of the rows or none, and returns the refusal. */
    private Optional<RuntimeException> write(List<PlannedRow> rows, BiConsumer<AuthTx, Instant> more) {
        Instant now = target.clock().instant();
        try {
            target.store().alone(tx -> {
                List<KeyedLegacyLink> links = new ArrayList<>();
                target.rows().use(connection -> links.addAll(writer.write(connection, rows, ledger)));
                ImportTx.in(tx).ledger().insertAll(links, now);
                more.accept(tx, now);
                if (dryRun) {
                    throw new DryRunException();
                }
                return true;
            });
            return Optional.empty();
        } catch (DryRunException e) {
            return Optional.empty();
        } catch (StoreUnavailableException | SourceUnusableException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Rolls back the transaction of a dry run. */
    private static final class DryRunException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DryRunException() {
            super(null, null, false, false);
        }
    }
}

package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.EntityCounts;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkInfo;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.ImportRunRow;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.ImportedAccount;
import dev.lockstile.auth.store.imports.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LinkedTable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Undoes an import run: removes the users it created with their owned rows and ledger entries, so that a new run
 * imports them again. Accounts used since the import are kept and reported, as are rows that can no longer be
 * attributed. Rows that existed before the run are never removed; those it updated get their previous values back, and
 * fields it filled are cleared, unless they were changed since. An interrupted rollback continues when called again.
 * Safe for use by many threads, one at a time per run.
 */
public final class Rollback {

    private static final int BATCH = 500;
    private static final int RUNS_LOOKED_AT = 1000;

    private final AuthStore store;
    private final Clock clock;
    private final @Nullable RowCipher seal;

    /**
     * Creates a rollback for runs that kept nothing sealed.
     *
     * @param store the host's store
     * @param clock the application's
     */
    public Rollback(AuthStore store, Clock clock) {
        this(store, clock, null);
    }

    /**
     * Creates a rollback for runs that kept sealed rows.
     *
     * @param store the host's store
     * @param clock the application's
     * @param sealKey the key the runs sealed with, see {@link ImportTarget}; null for none
     */
    public Rollback(AuthStore store, Clock clock, @Nullable Secret sealKey) {
        this.store = store;
        this.clock = clock;
        this.seal = sealKey == null ? null : new RowCipher(sealKey);
    }

    /**
     * Undoes the run, in short transactions of its own.
     *
     * @param runId of a run that has ended or broken off
     * @param watch is told every row that is kept, with the reason
     * @return what was removed and restored, and what stays
     * @throws IllegalArgumentException when there is no such run, a later one of the same system must be undone first,
     *     its previous values are sealed with another key, or the schema is older than the library; nothing was changed
     *     then
     */
    public RollbackReport run(String runId, ImportWatch watch) {
        ImportRunRow run = store.read(tx -> ImportTx.in(tx).runs().run(runId))
                .orElseThrow(() -> new IllegalArgumentException("there is no run " + runId));
        refuseBeforeLaterOnes(run);
        SourceRowWriter.requireTable(store); // archived rows are removed with their entries
        RollbackLeftovers leftovers = new RollbackLeftovers(watch);
        UpdatedRowUndo restoring = new UpdatedRowUndo(store, seal, leftovers, clock.instant());
        restoring.requireKey(runId);
        lament(run, leftovers);
        pages(runId, page -> takeBack(people(page), run, leftovers));
        restoring.run(runId);
        pages(runId, page -> new OwnedRowUndo(store, leftovers, clock.instant()).clear(rest(page)));
        store.alone(tx -> ImportTx.in(tx).runs().mark(runId, RunState.ROLLED_BACK.text(), null, clock.instant()));
        return leftovers.report(runId);
    }

    /** Reports the number of updated rows whose previous values are no longer kept. */
    private void lament(ImportRunRow run, RollbackLeftovers leftovers) {
        boolean kept = store.read(
                tx -> !ImportTx.in(tx).beforeImages().kept(run.runId(), "", 1).isEmpty());
        if (kept || run.state().equals(RunState.ROLLED_BACK.text())) {
            return;
        }
        new ImportHistory(store)
                .done(run.runId())
                .forEach((entity, counts) -> leftovers.lost(entity, counts.in(State.UPDATED)));
    }

    /** A later run may have added to rows of this one, unless it wrote nothing. */
    private void refuseBeforeLaterOnes(ImportRunRow run) {
        List<ImportRunRow> latest = store.read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT));
        latest.stream()
                .takeWhile(row -> !row.runId().equals(run.runId()))
                .filter(row -> row.system().equals(run.system()) && !row.state().equals(RunState.ROLLED_BACK.text()))
                .filter(this::mayHaveWritten)
                .findFirst()
                .ifPresent(later -> {
                    throw new IllegalArgumentException("run " + later.runId() + " came later: roll it back first");
                });
    }

    /** A run in progress may still write. */
    private boolean mayHaveWritten(ImportRunRow run) {
        boolean entries = store.read(tx -> !ImportTx.in(tx)
                        .ledger()
                        .ofRun(run.runId(), "", 1)
                        .isEmpty()
                || !ImportTx.in(tx).beforeImages().kept(run.runId(), "", 1).isEmpty());
        return entries
                || run.state().equals(RunState.RUNNING.text())
                || new ImportHistory(store).done(run.runId()).values().stream().anyMatch(Rollback::wrote);
    }

    private static boolean wrote(EntityCounts counts) {
        return counts.in(State.CREATED) + counts.in(State.UPDATED) + counts.in(State.MERGED) > 0;
    }

    private void pages(String runId, Consumer<List<KeyedLegacyLink>> work) {
        String after = "";
        List<KeyedLegacyLink> page;
        do {
            String last = after;
            page = store.read(tx -> ImportTx.in(tx).ledger().ofRun(runId, last, BATCH));
            if (!page.isEmpty()) {
                work.accept(page);
                after = page.get(page.size() - 1).linkKey();
            }
        } while (page.size() == BATCH);
    }

    /** Only rows that the run created have a time of change. */
    private static boolean isCreatedPerson(KeyedLegacyLink row) {
        return row.entry().localRef() != null
                && row.entry().localModifiedAt() != null
                && !OwnedRowKinds.ALL.contains(row.entry().origin().entity());
    }

    private static List<KeyedLegacyLink> people(List<KeyedLegacyLink> page) {
        return page.stream().filter(Rollback::isCreatedPerson).toList();
    }

    private static List<KeyedLegacyLink> rest(List<KeyedLegacyLink> page) {
        return page.stream().filter(Predicate.not(Rollback::isCreatedPerson)).toList();
    }

    /** Halves a batch that the database refuses, until only the users remain that rows of the host refer to. */
    private void takeBack(List<KeyedLegacyLink> people, ImportRunRow run, RollbackLeftovers leftovers) {
        if (people.isEmpty()) {
            return;
        }
        RollbackLeftovers found = leftovers.blank();
        try {
            store.alone(tx -> takeBack(tx, people, run, found));
            leftovers.add(found);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            apart(people, run, leftovers);
        }
    }

    private void apart(List<KeyedLegacyLink> people, ImportRunRow run, RollbackLeftovers leftovers) {
        if (people.size() == 1) {
            leftovers.keep(people.get(0), RollbackLeftovers.REFERRED_TO, "rows of the host refer to it");
            return;
        }
        int half = people.size() / 2;
        takeBack(people.subList(0, half), run, leftovers);
        takeBack(people.subList(half, people.size()), run, leftovers);
    }

    private Optional<ImportedAccount> imported(KeyedLegacyLink row, ImportRunRow run) {
        LegacyLinkInfo entry = row.entry();
        Instant writtenAt = Objects.requireNonNull(entry.localModifiedAt());
        return store.userId(String.valueOf(entry.localRef()))
                .map(user -> new ImportedAccount(user, writtenAt, run.runId(), run.startedAt()));
    }

    private boolean takeBack(AuthTx tx, List<KeyedLegacyLink> people, ImportRunRow run, RollbackLeftovers found) {
        found.clear(); // the store may run this work again
        List<String> gone = new ArrayList<>();
        for (KeyedLegacyLink row : people) {
            if (imported(row, run).map(ImportTx.in(tx).written()::takeBack).orElse(false)) {
                found.removed(row);
                gone.add(row.linkKey());
            } else if (isHere(tx, row)) {
                found.keep(row, RollbackLeftovers.USED_SINCE, "");
            } else {
                gone.add(row.linkKey());
                found.gone(row);
            }
        }
        ImportTx.in(tx).ledger().forget(gone);
        return true;
    }

    private static boolean isHere(AuthTx tx, KeyedLegacyLink row) {
        return !ImportTx.in(tx)
                .ledger()
                .owners(LinkedTable.USER, List.of(String.valueOf(row.entry().localRef())))
                .isEmpty();
    }
}

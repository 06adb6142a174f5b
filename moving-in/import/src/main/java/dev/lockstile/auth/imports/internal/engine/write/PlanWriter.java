package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a batch with its ledger entries in one transaction of its own. A dry run writes it too, and rolls it back. */
public final class PlanWriter {

    private final AuthStore store;
    private final Ledger ledger;
    private final Instant now;
    private final boolean dryRun;
    private final KeptIds ids;
    private final SourceRowWriter sourceRowWriter;
    private final FactorRows factors;
    private final InPlaceImages inPlace;
    private final boolean hasContent;
    private final Set<String> wouldBeImported = ConcurrentHashMap.newKeySet();

    public PlanWriter(AuthStore store, Ledger ledger, Instant now, Mode mode) {
        this.store = store;
        this.ledger = ledger;
        this.now = now;
        this.dryRun = mode.dryRun();
        this.hasContent = mode.hasContent();
        this.ids = mode.ids();
        this.sourceRowWriter = mode.sourceRowWriter();
        this.factors = new FactorRows(ledger, mode.factors());
        this.inPlace = new InPlaceImages(mode.seal());
    }

    /**
     * How batches are written.
     *
     * @param dryRun true to roll each batch back
     * @param hasContent true when content of these people is linked afterwards
     * @param ids source ids that become keys of the target
     * @param sourceRowWriter archives the source rows
     * @param factors encrypts second factors; null where the host gave no keys
     * @param seal encrypts the former values of rows that an import in place changes; null where the host gave no key
     */
    public record Mode(
            boolean dryRun,
            boolean hasContent,
            KeptIds ids,
            SourceRowWriter sourceRowWriter,
            @Nullable FactorSealing factors,
            @Nullable RowCipher seal) {}

    public KeptIds ids() {
        return ids;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Instant now() {
        return now;
    }

    /**
     * Returns the ledger keys of people whom a real run would have imported. Only a dry run with content to link
     * collects them, and holds one key for each person.
     */
    public Set<String> wouldBeImported() {
        return wouldBeImported;
    }

    /**
     * Writes all plans or, when the store refuses anything, none.
     *
     * @param checkpoint records the batch in the same transaction; not called in a dry run
     */
    public void write(List<PersonPlan> plans, Consumer<AuthTx> checkpoint) {
        List<PersonPlan> work = plans.stream()
                .filter(plan -> !plan.isEmpty() && !(dryRun && plan.mergesIntoAccountOfRealRun()))
                .toList();
        if (work.stream().anyMatch(PersonPlan::mergesIntoAccountOfRealRun)) {
            throw new IllegalStateException("a row would be merged into an account that is not here");
        }
        try {
            store.alone(tx -> {
                write(tx, work);
                if (dryRun) {
                    throw new DryRunException();
                }
                checkpoint.accept(tx);
                return true;
            });
        } catch (DryRunException e) {
            // the store accepted all rows, and the transaction is rolled back
            noteImported(plans);
        }
    }

    private void noteImported(List<PersonPlan> plans) {
        if (hasContent) {
            plans.stream()
                    .filter(plan -> plan.newUser() != null || plan.fill() != null)
                    .forEach(plan -> wouldBeImported.add(plan.origin().keyIn(ledger)));
        }
    }

    /** Updates rows before it inserts any, so that an identifier that an update releases is free. */
    private void update(AuthTx tx, List<PersonPlan> work) {
        List<BeforeImage> images = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        for (PersonPlan plan : work) {
            if (!plan.holdsUntouched(tx)) {
                throw new ChangedMeanwhile();
            }
            for (RowUpdate row : plan.rowUpdates().rows()) {
                if (!row.write(tx, now)) {
                    throw new ChangedMeanwhile();
                }
                images.add(row.before());
                origins.add(row.origin());
            }
        }
        ImportTx.in(tx).beforeImages().keep(ledger.runId(), images);
        sourceRowWriter.keep(tx, ledger, origins, now);
    }

    private void write(AuthTx tx, List<PersonPlan> work) {
        update(tx, work);
        List<PersonPlan> created =
                work.stream().filter(plan -> plan.newUser() != null).toList();
        List<UserId> keys = insert(tx, created);
        BatchRows batchRows = new BatchRows(ledger, factors);
        List<BeforeImage> images = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            batchRows.addCreated(created.get(i), keys.get(i));
        }
        for (PersonPlan plan : work) {
            UserId existing = plan.existing();
            if (existing != null) {
                fill(tx, plan, existing).ifPresent(images::add);
                batchRows.addExisting(plan, existing);
            }
        }
        ImportTx.in(tx).beforeImages().keep(ledger.runId(), images);
        batchRows.write(tx, now);
        inPlace.keep(tx, ledger, now);
        sourceRowWriter.keep(tx, ledger, batchRows.entered(), now);
    }

    private List<UserId> insert(AuthTx tx, List<PersonPlan> created) {
        List<NewUser> users = created.stream().map(PersonPlan::newUser).toList();
        if (!ids.areWanted()) {
            return ImportTx.in(tx).inserts().insertUsers(users);
        }
        List<UserId> keys = ids.ids(created);
        ImportTx.in(tx).inserts().insertUsersAs(keys, users);
        return keys;
    }

    /**
     * Fills empty fields of an existing account. Returns the image for a rollback; empty where a rollback needs none.
     */
    private Optional<BeforeImage> fill(AuthTx tx, PersonPlan plan, UserId user) {
        PersonPlan.Fill fill = plan.fill();
        if (fill == null) {
            return Optional.empty();
        }
        FirstProfile about = fill.about();
        FilledColumns ofUser = ImportTx.in(tx)
                .written()
                .complete(user, fill.claims(), fill.passwordHash())
                .orElse(null);
        FilledColumns ofProfile = about == null
                ? null
                : ImportTx.in(tx)
                        .written()
                        .completeDefaultProfile(user, about.person(), about.role())
                        .orElse(null);
        MergedFields filled = new MergedFields(ofUser, ofProfile, MergedFields.along(plan, ledger));
        return fill.kept() && ledger.isOfRun()
                ? Optional.of(filled.image(plan.origin().keyIn(ledger), plan.origin(), now))
                : Optional.empty();
    }

    /**
     * A row was changed between the snapshot and the write. The batch is imported again in parts, with new snapshots.
     */
    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("a row was changed here meanwhile", null, false, false);
        }
    }

    private static final class DryRunException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DryRunException() {
            super("the dry run ends here", null, false, false);
        }
    }
}
